"""What `build.py` files share: the World Bank's tables by state and year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tahqiq.record.building import write_world_bank

HEAD = "Country Name,Country Code,Year,Value\n"


def built(register: Path, lines: str) -> tuple[str, str]:
    for folder in (register / "data", register / "world_bank"):
        folder.mkdir(parents=True)
    coding = "source: a_source\nworld: WLD\ngroups: [ARB]\nterritories: [GIB]\n"
    (register / "coding.yml").write_text(coding, "utf-8")
    (register / "world_bank" / f"{register.name}.csv").write_text(HEAD + lines, "utf-8")
    write_world_bank(register, register)
    states, world = (register / "data" / name for name in (f"{register.name}.csv", "witness_world.csv"))
    return states.read_text("utf-8"), world.read_text("utf-8")


def test_states_in_order_and_the_world_apart(tmp_path: Path) -> None:
    """Neither a group of states nor a territory left out counts; figures are rounded to whole units."""
    states, world = built(
        tmp_path / "measured",
        "World,WLD,2001,12\nWorld,WLD,2000,10.4\nFrance,FRA,2001,4.5000001\nArab World,ARB,2000,3\n"
        "Egypt,EGY,2000,2e3\nFrance,FRA,2000,3\nGibraltar,GIB,2000,1\n",
    )
    assert states == "country,year,value,sources\n" + "".join(
        f"{row},a_source\n" for row in ("EGY,2000,2000", "FRA,2000,3", "FRA,2001,5")
    )
    assert world == "year,value,sources\n2000,10,a_source\n2001,12,a_source\n"


def test_a_code_that_nothing_explains_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="QQQ"):
        built(tmp_path / "measured", "World,WLD,2000,10\nNowhere,QQQ,2000,1\n")
    assert not list((tmp_path / "measured" / "data").iterdir())
