"""The command `mentions`: lines in, lines out, and a bad line costs only itself."""

import json

from click.testing import CliRunner

from tahqiq.interfaces.mentions import mentions


def run(lines: list[str], *options: str) -> tuple[list[dict[str, object]], str, int]:
    result = CliRunner().invoke(mentions, list(options), input="\n".join(lines))
    return [json.loads(line) for line in result.stdout.splitlines()], result.stderr, result.exit_code


def test_each_line_is_answered_in_order() -> None:
    rows = [
        {"id": 1, "text": "دفعت 3.8 مليار دولار في 2016"},
        {"id": "b", "text": "From May to Oct 2020, a third of it"},
        {"id": None, "text": ""},
    ]
    answers, errors, code = run([json.dumps(row) for row in rows])
    assert (errors, code) == ("", 0)
    assert answers[0] == {
        "id": 1,
        "mentions": [
            {"type": "money", "start": 5, "end": 20, "value": 3800000000, "currency": "USD"},
            {"type": "date", "start": 24, "end": 28, "date": "2016"},
        ],
    }
    assert answers[1]["mentions"][0] == {"type": "period", "start": 5, "end": 20, "from": "2020-05", "to": "2020-10"}  # type: ignore[index]
    assert answers[2] == {"id": None, "mentions": []}


def test_a_bad_line_is_named_and_the_others_are_answered() -> None:
    answers, errors, code = run(['{"id": 1, "text": "46"}', "{", "[]", '{"id": 2, "text": "83"}'], "--lang", "ar")
    assert [answer["id"] for answer in answers] == [1, 2]
    assert [line.split(":")[0] for line in errors.splitlines()] == ["line 2", "line 3"]
    assert code == 1


def test_an_unknown_language_is_a_usage_error() -> None:
    _, errors, code = run(["{}"], "--lang", "xx")
    assert code == 2
    assert "xx" in errors
