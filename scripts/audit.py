"""Known faults of the packages of the site, as the index tells them; and which it could not be asked about.

    python scripts/audit.py PIP_AUDIT REQUIREMENTS

Ends with 1 where a fault is known, and with 2 where packages could not be looked up: those are not taken for sound.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any


def looked_up(tool: str, requirements: str) -> list[dict[str, Any]]:
    """Every package with its `vulns`, or with a `skip_reason`."""
    call = [tool, "--disable-pip", "--no-deps", "--require-hashes", "--progress-spinner", "off", "-f", "json"]
    done = subprocess.run([*call, "-r", requirements], capture_output=True, text=True)
    if not done.stdout.strip():
        raise SystemExit(f"{tool} gave no answer:\n{done.stderr}")
    found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    return found


def told(found: list[dict[str, Any]]) -> int:
    """Print what was found, and give the exit code."""
    unknown = [package for package in found if "skip_reason" in package]
    faulty = [package for package in found if package.get("vulns")]
    for package in faulty:
        for fault in package["vulns"]:
            mended = ", ".join(fault["fix_versions"]) or "no release yet"
            print(f"{package['name']} {package['version']}: {fault['id']}, mended in {mended}")
    print(f"{len(found) - len(unknown)} of {len(found)} packages looked up, known faults in {len(faulty)}")
    if unknown:
        names = " ".join(package["name"] for package in unknown)
        print(f"The index tells nothing of the faults of {len(unknown)}, which are not audited: {names}")
    return 1 if faulty else 2 if unknown else 0


if __name__ == "__main__":
    sys.exit(told(looked_up(*sys.argv[1:3])))
