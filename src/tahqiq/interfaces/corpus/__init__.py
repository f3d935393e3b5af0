"""Many documents at once: check them with Daft into Parquet, ask the result with DuckDB, recheck it, publish it.

Each module loads only what it needs: `plan`, `parts`, `tables` need pyarrow, `engine` needs Daft, `questions` DuckDB.
"""
