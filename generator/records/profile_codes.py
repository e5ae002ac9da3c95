"""The closed vocabularies of a client's profile, in the words that clients read and say."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.records import codes
from generator.words import mark as _

WHO_IS_HERE = {
    "person": _("Me: I am looking for myself"),
    "with_worker": _("The person and I, together"),
    "absent": _("Somebody who is not here"),
}
GENDER_PREF = {
    "any": _("It does not matter"),
    "women_only": _("With women only"),
    "men_only": _("With men only"),
}
MOBILITY = {
    "independent": _("I get about without help"),
    "walking_aid": _("I use a stick or a frame"),
    "wheelchair": _("I use a wheelchair"),
    "limited_distance": _("I cannot walk far"),
    "transfer_help": _("I need help to get up"),
    "housebound": _("I cannot go out at the moment"),
}
HEARING = {
    "none": _("I hear well enough"),
    "hard_of_hearing": _("I use hearing aids, or miss some of what is said"),
    "bsl": _("I use sign language"),
    "deafblind": _("I have neither good hearing nor good sight"),
}
VISION = {
    "none": _("I see well enough"),
    "low": _("I have some sight"),
    "blind": _("I have little or no sight"),
}
COGNITION = {
    "none": _("Nothing of this"),
    "memory": _("I worry about my memory"),
    "dementia": _("I live with dementia"),
    "learning_disability": _("I have a learning disability"),
    "autism": _("I am autistic"),
    "brain_injury": _("I have had a brain injury"),
}
COMPANION = {
    "none": _("I come alone"),
    "first_visit": _("I would like somebody with me the first time"),
    "every_visit": _("Somebody comes with me each time"),
    "has_carer": _("My carer comes with me"),
}
CARER = {
    "no": _("No"),
    "adult": _("I look after an adult"),
    "parent_carer": _("I look after my disabled child"),
    "young": _("I am under 18 and look after somebody"),
    "former": _("I used to look after somebody"),
}
BEREAVED = {
    "no": _("No"),
    "recent": _("Yes, in the last six months"),
    "later": _("Yes, longer ago"),
    "suicide": _("Yes, by suicide"),
    "child": _("Yes, a child of mine"),
}
SITE_LANGUAGE = {
    "fluent": _("I speak it well"),
    "basic": _("I speak some of it"),
    "none": _("I do not speak it"),
}
TRAVEL = {
    "walk": _("On foot"),
    "wheelchair": _("By wheelchair or scooter"),
    "car": _("By car"),
    "bus": _("By bus"),
    "lift": _("Somebody has to take me"),
}
DIGITAL = {
    "none": _("No internet"),
    "landline_only": _("A telephone at home, no internet"),
    "smartphone_only": _("A mobile phone with internet, no computer"),
    "phone_only": _("A telephone of some kind"),
    "basic": _("I manage with some help"),
    "confident": _("I am at home on the internet"),
    "no_data": _("I cannot pay for internet on my phone"),
}
READINESS = {
    "not_now": _("Not now"),
    "thinking": _("I am thinking about it"),
    "preparing": _("Nearly ready"),
    "doing": _("Yes, now"),
    "returning": _("I am starting again"),
}
SAFETY = {
    "suicidal": codes.CAUSE["suicidal"],
    "immediate_danger": codes.CAUSE["immediate_danger"],
    "abuse": codes.CAUSE["abuse"],
    "self_neglect": codes.CAUSE["self_neglect"],
}
HELP_WANTED = {"yes": _("I would like help with it now"), "later": _("Perhaps later"), "no": _("No help, thank you")}
AVOID = {
    "contact.home_visit": _("No visits at home"),
    "contact.post": _("No letters"),
    "contact.phone": _("No calls"),
    "alcohol": _("No alcohol around me"),
    "faith_venue": _("Not in a building of a faith"),
    "dogs": _("No dogs"),
}

PREFIXES: Mapping[str, str] = MappingProxyType({
    "goals": "goal.", "causes": "cause.", "mobility": "mob.", "hearing": "hear.", "vision": "vis.",
    "cognition": "cog.", "digital": "dig.", "companion": "comp.", "readiness": "ready.", "safety": "safety.",
})  # fmt: skip
"""What stands before the codes of a field in profiles and cases, where codes of several fields could be mixed up."""
