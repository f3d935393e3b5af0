"""Compiles the record before a wheel is built, so that an installed command never has to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRecord(BuildHookInterface[Any]):  # type: ignore[misc]
    """Runs `tahqiq record compile` on the sources and takes its files, which git ignores, into the wheel."""

    def dependencies(self) -> list[str]:
        """Compiling needs what the command needs."""
        return list(self.metadata.core.dependencies)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        code = "from tahqiq.interfaces.compiling import compile_all; compile_all()"
        # pip shows the packages that a build needs through PYTHONPATH: they come after the sources, not in their place
        places = [str(Path(self.root) / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        build_data["artifacts"].append("/src/tahqiq/data/compiled/*.json")
