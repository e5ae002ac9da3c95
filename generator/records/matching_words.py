"""The words of matching: a plain sentence for each reason, and what each weight and limit means. Edit sentences here.

`%(name)s` stands for a fact of the reason. Sentences speak to the client; a worker reads the same ones.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.records import codes
from generator.words import mark as _

_OUT = {
    "x.status_full": _("It is full."),
    "x.status_closed": _("It has closed."),
    "x.status_paused": _("It is having a break, and nobody knows until when."),
    "x.age": _("It is for another age: %(ages)s."),
    "x.gender": _("It is for others: %(gender)s."),
    "x.gender_pref": _("It is not for the company that you chose."),
    "x.audience": _("It is only for: %(tags)s."),
    "x.designed_for": _("It is made for: %(tags)s. You have not said that this is you."),
    "x.area": _("It is for people who live elsewhere."),
    "x.companion": _("You cannot bring somebody along."),
    "x.language": _("It is held in another language: %(languages)s."),
    "x.cost": _("It costs more than you said: %(cost)s %(per)s."),
    "x.time": _("It is not on when you are free."),
    "x.distance": _("It is too far: %(km)s km, and they do not fetch people."),
    "x.format": _("It does not work for you this way: %(format)s."),
    "x.avoid": _("You want to keep away from this."),
    "x.tried": _("You know it already: you go there, tried it, or said no."),
}
_CHECK = {
    "c.age": _("Is that your age? It is for: %(ages)s."),
    "c.age_nearly": _("You are nearly the right age for it. Ring and ask. It is for: %(ages)s."),
    "c.gender": _("Ask: who comes? Is that all right for you?"),
    "c.companion": _("Ask: may somebody come with you, and does that cost more?"),
    "c.language": _("Ask: does somebody speak your language, or is there an interpreter?"),
    "c.cost": _("Ask: what does it cost? Is that all right?"),
    "c.cost.share": _("Ask: what does it come to? Is that all right? The price is %(cost)s %(per)s."),
    "c.cost.waive": _("It costs %(cost)s, more than you said, but they may let you off. Ask for the fee to be waived."),
    "c.time": _("Ask: is it on at a time when you are free?"),
    "c.transport": _("Ask: do they fetch people and take them home?"),
    "c.transport.scheme": _("They do not fetch people, and it is %(km)s km away. Ask the cars."),
    "c.tech_help": _("Ask: do they help you to get online for it, or lend you what it takes?"),
    "c.waiting_list": _("There is a waiting list. Ask: is it short enough to wait?"),
    "c.stale": _("These facts are old. Ask: is it still so?"),
    "c.paused": _("It is having a break and is back on %(back_on)s. Ask: is that so?"),
    "c.full": _("It was full some time ago. Ask: is there room again?"),
}
_ACTION = {
    "a.referral": _("A worker has to ask for you."),
    "a.book": _("Book a place first."),
    "a.helper_checks": _("What a helper needs first: %(needed)s."),
    "a.bring_someone": _("Bring somebody along the first time."),
    "a.say_two_come": _("Say that two of you come."),
    "a.interpreter": _("When you ring, say what is needed: %(feature)s."),
    "a.lift": _("They fetch people. Ask for the lift there and home."),
}
_WHY = {
    "w.interest": _("It is about something you like: %(topics)s."),
    "w.interest.family": _("It has something close to what you like: %(topics)s."),
    "w.goal": _("You want more of this: %(goals)s."),
    "w.cause": _("It helps with what makes it hard: %(causes)s."),
    "w.strength": _("You can give something here: %(skills)s."),
    "w.peer": _("You meet people in the same position: %(tags)s."),
    "w.language": _("Your language is spoken: %(languages)s."),
    "w.first_step": _("It is an easy first step."),
    "w.buddy": _("Somebody meets you or goes with you."),
    "w.size": _("How many people: %(size)s."),
    "w.format": _("It is held the way you like: %(format)s."),
    "w.near": _("It is near: %(km)s km."),
    "w.free": _("It is free."),
    "w.accessible": _("What you need is there: %(features)s, checked on %(on)s."),
}
_NO_ACCESS = _("This is not there: %(feature)s.")
_ASK_ACCESS = _("We do not know about this: %(feature)s. Ring and ask.")

SENTENCES: Mapping[str, str] = MappingProxyType({
    **_OUT, **{f"x.access.{feature}": _NO_ACCESS for feature in codes.ACCESS},
    **_CHECK, **{f"c.access.{feature}": _ASK_ACCESS for feature in codes.ACCESS},
    **_ACTION, **_WHY,
})  # fmt: skip
"""Every reason by its code: left out (x), ask first (c), do (a), why this (w); behind a code, its variants."""

WEIGHT_WORDS: Mapping[str, str] = MappingProxyType({
    "exact_interest": _("It is about exactly what you like"),
    "same_family": _("It is about something of the same kind"),
    "first_goal": _("It serves the goal that you named first"),
    "other_goal": _("It serves another of your goals, each"),
    "goals_most": _("Goals together, at most"),
    "strength": _("It uses something that you are good at"),
    "peer": _("It is for, or glad of, people in your position, each"),
    "peers_most": _("That together, at most"),
    "somebody_to_go_with": _("You want somebody with you, and they offer it"),
    "met_at_the_door": _("You want company the first time, and somebody meets you"),
    "language": _("Your own language is spoken there"),
    "size_match": _("As many people as you like"),
    "size_next": _("Nearly as many"),
    "size_far": _("Many more or many fewer"),
    "format": _("It is held the way you like"),
    "near": _("Near, at most"),
    "near_without_car": _("Near, for those who travel without a car, at most"),
    "free": _("It is free"),
    "accessible": _("All that you need is confirmed"),
    "first_step": _("You are not sure yet, and it is an easy first step"),
    "other_group": _("You are not sure yet, and it is another group"),
})  # fmt: skip
LIMIT_WORDS: Mapping[str, str] = MappingProxyType({
    "short_list": _("Things on the short list, at most"),
    "goal_alone": _("Of these by a goal alone, where interests were named: “A different idea”"),
    "each_cause": _("Things for each cause, at most"),
    "each_organisation": _("Of one organisation on the short list, at most"),
    "each_family": _("Of one kind of topic, where several interests were named, at most"),
    "questions": _("Questions that stand open at once"),
    "nearly": _("Shown as “nearly the right age”, at most"),
    "nearly_years": _("Years below the youngest age that count as nearly"),
    "fair_score": _("Points from which each kind of help has its place on the short list"),
    "stale_days": _("Days after which facts are old and have to be asked"),
    "full_weeks": _("Weeks after which “full” is worth asking again"),
    "session_weeks": _("Weeks ahead whose sessions count"),
    "minutes_before_dark": _("Minutes that it takes home, where somebody wants to be home before dark"),
    "near_km": _("Kilometres that count as near, where nobody said how far they get"),
})  # fmt: skip

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_LONE = re.compile(r"%(?!\(\w+\)s).{0,12}")


def placeholders(sentence: str) -> frozenset[str]:
    """The facts that a sentence asks for."""
    return frozenset(_PLACEHOLDER.findall(sentence))


def lone_percent(sentence: str) -> str | None:
    """A sign for per cent that begins no fact, with what stands behind it."""
    found = _LONE.search(sentence)
    return found[0] if found else None
