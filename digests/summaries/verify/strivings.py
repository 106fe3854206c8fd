"""What somebody fights, works, negotiates or makes ready to do, which is not done for that.

The rule: behind a word of striving («تناضل من أجل», "keep fighting to", «להיאבק כדי ל») or
of making ready, an infinitive or, in Arabic, the noun behind a preposition of purpose tells what is
to come about. It stands in the same part of the sentence.

What it may get wrong: a striving that is told as done, because it was ("worked to free them, and
did so"). The escape hatch is to cite the passage that says so.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.passage import Passage

#: Verbs and nouns of striving and of making ready, in all forms.
_STRIVING = {
    "en": forms(
        "en",
        "fight fought, struggle, campaign, work, push, press, strive strove, lobby, battle, "
        "mobilise, mobilize, negotiate, prepare, fundraise".split(", "),
    )
    | frozenset(
        "fighting struggling campaigning working pushing pressing striving lobbying battling "
        "mobilising mobilizing negotiating preparing waiting ready need needs effort efforts drive "
        "talks negotiations pressure close nearing nears approaching".split()
    ),
    "he": forms(
        "he",
        "נאבק נאבק, נלחם נלחם, פעל פועל, לחץ לוחץ, חתר חותר, שאף שואף, התאמץ מתאמץ, נערך נערך, "
        "התכונן מתכונן, המתין ממתין".split(", "),
    )
    | folded(
        "להיאבק להילחם לפעול ללחוץ לחתור לשאוף להתאמץ להיערך להתכונן להמתין ייאבק תיאבק ייאבקו "
        "יילחם תילחם יילחמו יפעל תפעל יפעלו מאבק המאבק מאמץ המאמץ מאמצים המאמצים קמפיין "
        "מגעים שיחות קרוב קרובה קרובים קרובות"
    ),
    "ar": forms(
        "ar",
        "ناضل يناضل, كافح يكافح, عمل يعمل, ضغط يضغط, جاهد يجاهد, حارب يحارب, قاتل يقاتل, تفاوض "
        "يتفاوض, استعد يستعد, تأهب يتأهب, اجتهد يجتهد, سعى يسعى".split(", "),
    )
    | folded("نضال كفاح جهود مساع مساعي مفاوضات ضغوط ضغط معركة حملة استعداد"),
}
#: Words from there to what is striven for, at most.
_WITHIN = 8
#: What has its noun as an object: "nearing an end".
_NEARING = frozenset("nearing nears approaching".split())
#: What stands right before that in Arabic: «تعمل على خفض», «من أجل وقف», «كي يوقف».
_TOWARD = folded("على إلى أجل أن بأن كي لكي حتى")
_FOR, _SHORT, _JOINED = "ل", 4, "وفس"


def striven_for(evidence: Passage) -> set[int]:
    """Places of what is only striven for: «להפיל» of «להיאבק כדי להפיל», "repeal", «وقف»."""
    return {
        place
        for at in range(len(evidence.words))
        if _strives(evidence, at)
        for place in _same_part(evidence, at)
        if _is_to_be(evidence, place)
    }


def _strives(text: Passage, place: int) -> bool:
    """Whether somebody fights, works or makes ready at *place*: "fights to", «נאבקים ל»."""
    word, table = text.words[place].fold, _STRIVING.get(text.language, frozenset())
    if text.language == "en":
        return word in table
    if text.language == "ar":  # «العمل», of «وزارة العمل», is none
        return word in table or (word[:1] in _JOINED and word[1:] in table)
    return not table.isdisjoint(without_particles(word)[:2])


def _same_part(text: Passage, at: int) -> list[int]:
    """The words behind *at* up to the first mark."""
    found: list[int] = []
    for place in range(at + 1, min(len(text.words), at + 1 + _WITHIN)):
        if text.gap(place).strip():
            break
        found.append(place)
    return found


def _is_to_be(text: Passage, place: int) -> bool:
    """Whether an infinitive stands at *place*, or a noun behind a preposition of purpose."""
    word, before = text.words[place].fold, text.words[place - 1].fold
    if text.language == "en":
        near = {w.fold for w in text.words[max(0, place - 2) : place]}
        return before == "to" or not near.isdisjoint(_NEARING)
    if text.language == "he":
        return word[:1] == "ל" and len(word) >= _SHORT
    return before in _TOWARD or (word[:1] == _FOR and len(word) >= _SHORT)
