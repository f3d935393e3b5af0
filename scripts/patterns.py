"""Which regular expressions can take more than their text's length: a check of their structure, without running them.

A pattern becomes an automaton. It can take exponential time where one state comes back to itself on two ways for the
same characters, and polynomial time where two loops one after the other share characters, so that a text can be cut
between them in many ways, and what follows can fail. A pattern that is searched for has one loop more: the places
before its beginning. Possessive and atomic parts are never cut again; they only matter where a search begins anew.

Left out: back references, and bounds up to BOUND, which cost that much at most.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from re import _constants as op
from re import _parser as parser
from typing import Any

BOUND, FEW = 3_000, 10
"""A repetition that ends by BOUND is no loop of its own: it costs that much times the length. Within another loop, one
that goes on past FEW is."""
PROBES = sorted(
    {*map(chr, range(128)), *"\u00a0\u060c\u061f\u0628\u064b\u0660\u2014\u2028\u201c\u00e9\ud800\U0001f600"}
)
"""A character for everything that patterns tell apart."""
Set = frozenset[int]
ALL: Set = frozenset(range(len(PROBES)))


@dataclass
class Automaton:
    """States by number. `steps` take a character, `free` none, `checks` none but may fail."""

    steps: dict[int, list[tuple[Set, int]]] = field(default_factory=dict)
    free: dict[int, list[int]] = field(default_factory=dict)
    checks: dict[int, list[int]] = field(default_factory=dict)
    atoms: dict[int, int] = field(default_factory=dict)
    """For states inside possessive and atomic parts, and inside what is looked ahead for, which of them it is."""
    behind: dict[tuple[int, int], Set] = field(default_factory=dict)
    """What may not stand before a place, by the step without a character that asks so."""
    count: int = 0

    def state(self, atom: int) -> int:
        self.count += 1
        if atom:
            self.atoms[self.count] = atom
        return self.count

    def step(self, start: int, chars: Set, end: int) -> None:
        self.steps.setdefault(start, []).append((chars, end))

    def skip(self, start: int, end: int, *, check: bool = False) -> None:
        (self.checks if check else self.free).setdefault(start, []).append(end)


class Builder:
    """Makes the automaton of a parsed pattern."""

    def __init__(self, flags: int, bound: int) -> None:
        self.flags, self.bound, self.made, self.atoms = flags, bound, Automaton(), 0

    def atom(self) -> int:
        self.atoms += 1
        return self.atoms

    def sequence(self, items: Iterable[Any], start: int, atom: int) -> int:
        at = start
        for kind, value in items:
            at = self.item(kind, value, at, atom)
        return at

    def item(self, kind: Any, value: Any, at: int, atom: int) -> int:
        end = self.made.state(atom)
        if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN, op.RANGE, op.CATEGORY):
            self.made.step(at, self.chars(kind, value), end)
        elif kind is op.SUBPATTERN:
            self.made.skip(self.sequence(value[3], at, atom), end)
        elif kind is op.ATOMIC_GROUP:
            self.made.skip(self.sequence(value, at, self.atom()), end)
        elif kind is op.BRANCH:
            for branch in value[1]:
                begin = self.made.state(atom)
                self.made.skip(at, begin)
                self.made.skip(self.sequence(branch, begin, atom), end)
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            self.repeat(value, at, end, self.atom() if kind is op.POSSESSIVE_REPEAT else atom)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            self.look(kind, value, at, end)
        else:  # a place (^ $ \b) or a back reference
            self.made.skip(at, end, check=True)
        return end

    def repeat(self, value: Any, at: int, end: int, atom: int) -> None:
        least, most, body = value
        for _ in range(min(least, 2)):
            at = self.sequence(body, at, atom)
        if most is op.MAXREPEAT or most > self.bound:
            begin = self.made.state(atom)
            self.made.skip(at, begin)
            self.made.skip(self.sequence(body, begin, atom), begin)
            self.made.skip(begin, end)
            return
        self.made.skip(at, end)
        for _ in range(min(most - min(least, 2), 2)):
            at = self.sequence(body, at, atom)
            self.made.skip(at, end)

    def look(self, kind: Any, value: Any, at: int, end: int) -> None:
        """What must or must not follow is a way of its own that is never cut again; what comes before is a check."""
        direction, body = value
        if direction < 0 and kind is op.ASSERT_NOT and len(body) == 1:
            self.made.behind[at, end] = self.chars(*body[0])
        elif direction > 0:
            own = self.atom()
            begin = self.made.state(own)
            self.made.skip(at, begin)
            dead = self.sequence(body, begin, own)
            self.made.skip(dead, self.made.state(own), check=True)
        self.made.skip(at, end, check=True)

    def chars(self, kind: Any, value: Any) -> Set:
        """The probes that one character of a pattern fits, asked of the engine itself."""
        data = [(kind, value)]
        if kind in (op.RANGE, op.CATEGORY):
            data = [(op.IN, [(kind, value)])]
        state = parser.State()
        state.flags = self.flags
        pattern = re._compiler.compile(parser.SubPattern(state, data), self.flags)  # type: ignore[attr-defined]
        return frozenset(at for at, char in enumerate(PROBES) if pattern.fullmatch(char))


def ways_of(pattern: str, flags: int, bound: int) -> Ways:
    """What can be reached from where in the automaton of a pattern."""
    parsed = parser.parse(pattern, flags)
    builder = Builder(parsed.state.flags, bound)
    last = builder.sequence(parsed, builder.made.state(0), 0)
    return Ways(builder.made, last)


def faults(pattern: str, flags: int = 0, *, searched: bool) -> list[str]:
    """What is wrong with a pattern, in words; nothing when it takes time by the length of its text."""
    tight, ways = ways_of(pattern, flags, FEW), ways_of(pattern, flags, BOUND)
    found = [f"two ways round {tight.shown(q)}" for q in tight.loops() if tight.twice(q)]
    loops = ways.loops()
    if not found:
        found = [
            f"{ways.shown(p)} then {ways.shown(q)}"
            for p in loops
            for q in loops
            if p != q and ways.made.atoms.get(p, 0) in (0, ways.made.atoms.get(q, 0)) and ways.shared(p, q)
        ]
    if searched:
        found += [f"begins anew in {ways.shown(q)}" for q in loops if ways.begun(q)]
    return list(dict.fromkeys(found))


class Ways:
    """What can be reached from where in an automaton. States are those from which a character is taken."""

    def __init__(self, made: Automaton, last: int) -> None:
        self.made = made
        self.after = {q: tuple(self._taken(q)) for q in range(1, made.count + 1)}
        self.failing = self._failing(last)

    def near(self, state: int, *, checks: bool = True, behind: bool = True) -> set[int]:
        """The states reached without a character."""
        seen, todo = {state}, [state]
        while todo:
            at = todo.pop()
            for end in (*self.made.free.get(at, ()), *(self.made.checks.get(at, ()) if checks else ())):
                if end not in seen and (behind or (at, end) not in self.made.behind):
                    seen.add(end)
                    todo.append(end)
        return seen

    def _failing(self, last: int) -> set[int]:
        """The states of a try that has not found a match on its way: only from there does it come back in vain."""
        found, todo = set[int](), [1]
        while todo:
            at = todo.pop()
            if at not in found and last not in self.near(at, checks=False):
                found.add(at)
                todo += [end for _, end in self.after[at]]
        return found

    def _taken(self, state: int) -> Iterator[tuple[Set, int]]:
        for at in self.near(state):
            yield from self.made.steps.get(at, ())

    def loops(self) -> list[int]:
        """States that come back to themselves and from which a try can still fail."""
        ends = dict.fromkeys(end for steps in self.made.steps.values() for _, end in steps)
        return [q for q in ends if q in self.failing and self._reaches((q,), (q,))]

    def twice(self, q: int) -> bool:
        """Whether the same characters lead from a state to itself on two ways."""
        seen, todo = set(), deque([((q, q), False)])
        while todo:
            (a, b), apart = todo.popleft()
            for x, (first, into) in enumerate(self.after[a]):
                for y, (second, other) in enumerate(self.after[b]):
                    if not first & second:
                        continue
                    parted = apart or into != other or (a == b and x != y)
                    if parted and into == other == q:
                        return True
                    if ((into, other), parted) not in seen:
                        seen.add(((into, other), parted))
                        todo.append(((into, other), parted))
        return False

    def shared(self, p: int, q: int) -> bool:
        """Whether the same characters lead from p to p, from p to q, and from q to q."""
        return self._reaches((p, p, q), (p, q, q))

    def begun(self, q: int) -> bool:
        """Whether a search can begin within a loop: its characters lead from the start to it, and may stand before."""
        anywhere = self.near(1, behind=False)
        guards = [chars for (at, _), chars in self.made.behind.items() if at in self.near(1)]
        for at in self.near(1):
            before = ALL if at in anywhere else ALL - frozenset().union(*guards)
            for chars, into in self.made.steps.get(at, ()):
                for own, around in self.after[q]:
                    both = chars & own
                    if both and into in self.failing:
                        if (into, around) == (q, q) and both & before:
                            return True
                        if self._reaches((into, around), (q, q), before):
                            return True
        return False

    def _reaches(self, start: tuple[int, ...], end: tuple[int, ...], last: Set = ALL) -> bool:
        """Whether the same characters, the last of them one of `last`, lead each of `start` to its `end`."""
        seen, todo = {start}, deque([start])
        while todo:
            for chars, into in self._together(todo.popleft()):
                if into == end and chars & last:
                    return True
                if into not in seen and self.failing.issuperset(into):
                    seen.add(into)
                    todo.append(into)
        return False

    def _together(self, states: tuple[int, ...]) -> Iterator[tuple[Set, tuple[int, ...]]]:
        found: list[tuple[Set, tuple[int, ...]]] = [(ALL, ())]
        for state in states:
            found = [
                (chars & own, (*into, end)) for chars, into in found for own, end in self.after[state] if chars & own
            ]
        yield from dict.fromkeys(found)

    def shown(self, q: int) -> str:
        """The characters of a loop, a few of them."""
        chars = frozenset().union(*(chars for chars, _ in self.after[q]))
        return "".join(PROBES[at] for at in sorted(chars))[:12].encode("unicode_escape").decode()
