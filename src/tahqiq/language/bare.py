"""Bare figures: whether one counts or ranks, and whether it is meant as a figure at all."""

from __future__ import annotations

from tahqiq.catalog.languages import Language
from tahqiq.language.atoms import Atom, Context, Scene
from tahqiq.language.numerals import Numeral


class Bare:
    """Judges figures that no unit follows."""

    def __init__(self, language: Language, context: Context) -> None:
        settings = language.settings
        self.context = context
        self.one_after = frozenset(settings["one_not_after"])
        self.one_before = frozenset(settings["one_not_before"])
        self.one_figure_before = frozenset(settings.get("one_figure_before", ()))
        self.one_figure_after = frozenset(settings.get("one_figure_after", ()))
        self.ordinal_before = frozenset(settings["ordinal_before"])
        self.ordinal_not_before = frozenset(settings["ordinal_not_before"])
        self.articles = (settings["article"], *settings["articles"]) if settings["article"] else ()
        self.plural_words = frozenset(word.removeprefix(settings["article"]) for word in settings["plural_words"])
        self.plural_endings = tuple(settings["plural_endings"])
        self.joiners = tuple(word for word, role in language.roles.items() if role == "a" and len(word) == 1)
        self.hour_after = (*settings["hour_after"], *settings.get("label_after", ()))

    def has_article(self, atom: Atom) -> bool:
        """An article is glued to the digits."""
        return bool(atom.glued) and atom.glued in self.articles

    def article_length(self, atom: Atom) -> int:
        """How much of what is glued to the digits is the article, which belongs to an ordinal."""
        return min(len(atom.glued), len(self.articles[0])) if self.has_article(atom) else 0

    def ranks(self, scene: Scene, atom: Atom, numeral: Numeral) -> bool:
        """A definite figure after a definite singular noun ranks ("the 43rd time"); after a plural it counts."""
        if numeral.value % 1 or numeral.fraction or (not numeral.digits and (numeral.count > 1 or numeral.value < 20)):
            return False
        before, article = scene.before(atom.start - len(atom.glued)), numeral.definite or self.has_article(atom)
        if before in self.articles:  # the article stands apart from the digits
            before, article = scene.word_two_before(atom.start), True
        noun = self._noun(before)
        if before in self.ordinal_before:
            return article or bool(noun)
        if not article or len(noun) < 2 or noun in self.plural_words or noun.endswith(self.plural_endings):
            return False
        return self._whose(scene, atom.start - len(atom.glued)) not in self.plural_words

    def _whose(self, scene: Scene, start: int) -> str:
        """The word two before: in "the members of the council, the 15" it is they who are counted."""
        word = scene.word_two_before(start)
        return next((word.removeprefix(j) for j in self.joiners if word.startswith(j)), word)

    def _noun(self, word: str) -> str:
        """A definite word without its article, empty for another word."""
        article = next((article for article in self.articles if word.startswith(article)), None)
        return word[len(article) :] if article else ""

    def stands(self, scene: Scene, at: int, kind: str, value: float, end: int) -> bool:
        """A bare figure that is meant as one: no pronoun "one", no hour, no part of a name."""
        atom = scene.atoms[at]
        assert atom.numeral is not None
        before = scene.before(atom.start)
        if (
            before in self.context.label_before
            or before in self.context.hour_before
            or not (atom.numeral.alone or (value == 1 and self._is_figure(scene, atom.start, end)))
            or self._is_hour(scene, end)
        ):
            return False
        if kind == "ordinal":
            named = scene.after(end) in self.ordinal_not_before or (
                not atom.numeral.definite and scene.numbers_point(atom)
            )
            return not (named or self._is_unit(scene, at))
        if atom.word.part and at > 0 and atom.gap in ("", "-") and self._is_ordinal(scene.atoms[at - 1]):
            return False
        if atom.numeral.digits and scene.numbers_item(atom):
            return False
        if value == 1 and atom.numeral.digits == 0 and atom.numeral.count == 1:
            return before not in self.one_after and scene.after(end) not in self.one_before
        return True

    def _is_figure(self, scene: Scene, start: int, end: int) -> bool:
        """Whether the words around an article that also means one make a figure of it."""
        phrase = f"{scene.word_two_before(start)} {scene.before(start)}"
        return scene.after(end) in self.one_figure_before or phrase in self.one_figure_after

    def _is_hour(self, scene: Scene, end: int) -> bool:
        """Whether a word behind a figure makes an hour of it, or part of a name."""
        start = end + (scene.text[end : end + 1] == " ")
        word = next((word for word in self.hour_after if scene.text.startswith(word, start)), "")
        return bool(word) and not scene.text[start + len(word) : start + len(word) + 1].isalpha()

    def _is_unit(self, scene: Scene, at: int) -> bool:
        """The second of "ten second": right after a number, it is what is counted."""
        before = scene.atoms[at - 1].numeral if at > 0 and scene.atoms[at].gap == "" else None
        numeral = scene.atoms[at].numeral
        return before is not None and before.kind == "number" and numeral is not None and not numeral.definite

    def _is_ordinal(self, atom: Atom) -> bool:
        return atom.numeral is not None and atom.numeral.kind == "ordinal"
