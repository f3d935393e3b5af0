"""Build population.csv from the World Bank's figures of every state, and its own sum for the world as a second witness.

    python build.py --from FOLDER     FOLDER holds world_bank/population.csv (Country Name, Country Code, Year, Value)

Groups of states and territories are left out: coding.yml names them.
"""

from __future__ import annotations

from pathlib import Path

from tahqiq.record.building import folder_given, write_world_bank

if __name__ == "__main__":
    write_world_bank(Path(__file__).resolve().parent, folder_given(__doc__))
