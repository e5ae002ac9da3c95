"""The closed vocabularies: every code a record may use, with the words that people read.

Kinds, categories, access features and so on are the same on every site, since pages, feeds and matching rely on them;
a site may give them other labels. Topics and groups of people, which a site may add to, are in `topics`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.words import mark as _

KIND = {
    "group": _("Group"),
    "class": _("Class"),
    "drop_in": _("Drop-in"),
    "event": _("Event"),
    "outing": _("Outing"),
    "peer_support": _("People like me"),
    "befriending": _("Someone to visit or ring you"),
    "buddy": _("Someone to go with you"),
    "volunteering": _("Give a hand"),
    "advice": _("Advice"),
    "counselling": _("Counselling"),
    "support_service": _("Support service"),
    "carer_support": _("Help for carers"),
    "transport": _("Lifts and transport"),
    "tech_support": _("Help with phones and computers"),
    "helpline": _("Helpline"),
    "online_resource": _("On the internet"),
    "self_guided": _("Do it yourself"),
    "crisis": _("Help in a crisis"),
    "organisation": _("Organisation"),
}
CATEGORY = {
    "arts": _("Arts and crafts"),
    "music": _("Music"),
    "garden": _("Gardening"),
    "games": _("Games"),
    "meal": _("Eating together"),
    "move": _("Exercise"),
    "calm": _("Quiet time"),
    "outing": _("Days out"),
    "volunteer": _("Giving a hand"),
    "faith": _("Faith"),
    "family": _("Family"),
    "intergen": _("Young and old"),
    "digital": _("Phones and computers"),
    "learning": _("Learning"),
    "one_to_one": _("One to one"),
    "meeting": _("Have your say"),
    "support": _("Support"),
    "celebration": _("Celebration"),
    "resource_meeting": _("Resource meeting"),
    "training": _("Training"),
}
STAFF_CATEGORIES = frozenset({"resource_meeting", "training"})
FAMILY = {
    "meet": _("Meet and eat"),
    "move": _("Move and go out"),
    "make": _("Make and learn"),
    "calm": _("Music and quiet"),
    "give": _("Give a hand"),
    "support": _("Get support"),
}
FAMILY_TEXT = {
    "meet": _("Games, meals, family, young and old"),
    "move": _("Exercise, gardens, days out"),
    "make": _("Arts, learning, phones and computers"),
    "calm": _("Music, quiet time, faith"),
    "give": _("Helping, having your say"),
    "support": _("Somebody to talk to, money, carers"),
}
FAMILY_OF_CATEGORY = {
    "games": "meet", "meal": "meet", "celebration": "meet", "family": "meet", "intergen": "meet",
    "one_to_one": "meet", "move": "move", "garden": "move", "outing": "move", "arts": "make", "digital": "make",
    "learning": "make", "music": "calm", "calm": "calm", "faith": "calm", "volunteer": "give", "meeting": "give",
    "support": "support", "resource_meeting": "support", "training": "support",
}  # fmt: skip
LAYER = {
    "self": _("What I can do"),
    "circle": _("Family, friends, neighbours"),
    "community": _("Groups and places"),
    "tech": _("Phone and internet"),
    "formal": _("Paid or official help"),
}
GOAL = {
    "meet_people": _("Meet people"),
    "one_friend": _("One good friend"),
    "same_experience": _("People who have been through it"),
    "get_out": _("Get out"),
    "keep_active": _("Keep active"),
    "learn": _("Learn something"),
    "contribute": _("Be useful"),
    "routine": _("Have a routine"),
    "reconnect_family": _("Be closer to family"),
    "confidence": _("Feel surer of myself"),
    "enjoy": _("Enjoy myself"),
    "get_online": _("Get online"),
    "practical_help": _("Practical help"),
    "sort_money": _("Sort out money"),
    "respite": _("Have a break"),
    "faith_culture": _("Faith and culture"),
}
CAUSE = {
    "money": _("Money is short"),
    "grief": _("Somebody died"),
    "caring": _("Caring for somebody"),
    "transport": _("Getting there"),
    "access": _("Steps, doors, toilets"),
    "hearing": _("Hearing"),
    "sight": _("Sight"),
    "memory": _("Memory"),
    "digital": _("Phones and internet"),
    "language": _("Language"),
    "anxiety": _("Worry and nerves"),
    "low_mood": _("Feeling low"),
    "self_doubt": _("Not trusting myself"),
    "avoidance": _("Keeping away from people"),
    "discharge": _("Home from hospital"),
    "housing": _("Housing"),
    "food": _("Food"),
    "alcohol": _("Alcohol"),
    "unsafe_home": _("Not safe at home"),
    "lost_role": _("Stopped work"),
    "moved": _("New in the area"),
    "new_baby": _("A new baby"),
    "new_arrival": _("New in the country"),
    "remote_work": _("Working from home"),
    "discrimination": _("Being treated unfairly"),
    "no_opportunity": _("Nothing on nearby"),
    "separation": _("A relationship ended"),
    "fall": _("A fall, or fear of falling"),
    "continence": _("Needing a toilet nearby"),
    "caring_ended": _("Caring has ended"),
    "afraid_outside": _("Afraid outside"),
    "gambling": _("Gambling"),
    "unknown": _("Not sure"),
    "abuse": _("Somebody hurts or frightens me"),
    "self_neglect": _("Not looking after oneself"),
    "suicidal": _("Thoughts of ending one’s life"),
    "immediate_danger": _("In danger now"),
}
SKILL = {
    "skill.teaching": _("Teaching"),
    "skill.repair": _("Mending things"),
    "skill.cooking": _("Cooking"),
    "skill.music": _("Making music"),
    "skill.languages": _("Speaking languages"),
    "skill.gardening": _("Gardening"),
    "skill.listening": _("Listening"),
    "skill.organising": _("Organising"),
    "skill.driving": _("Driving"),
    "skill.digital": _("Phones and computers"),
    "skill.crafts": _("Crafts"),
    "skill.sport": _("Sport"),
}
SETTING = {
    "church_hall": _("In a church hall"),
    "faith_building": _("In a building of a faith"),
    "pub": _("In a pub"),
    "private_home": _("In a private home"),
    "outdoors": _("Outdoors"),
    "library": _("In a library"),
    "school": _("In a school"),
    "sports_centre": _("In a sports centre"),
    "care_home": _("In a care home"),
    "community_centre": _("In a community centre"),
    "health_centre": _("In a health centre"),
    "dogs": _("Dogs are there"),
    "children_present": _("Children are there"),
    "alcohol": _("Alcohol is served"),
}
PLACE_ACCESS = {
    "step_free": _("Step-free way in"),
    "lift": _("Lift"),
    "accessible_toilet": _("Toilet for wheelchair users"),
    "toilet": _("Toilet"),
    "changing_place": _("Changing place with hoist"),
    "parking": _("Parking or a bus stop at the door"),
    "seating": _("Chairs"),
    "short_walk": _("Short walk from the street"),
    "good_light": _("Good light"),
    "quiet_space": _("Quiet room"),
    "low_sensory": _("Low noise and soft light"),
    "baby_changing": _("Baby changing"),
    "prayer_space": _("Place to pray"),
    "alcohol_free": _("No alcohol"),
}
COMMUNICATION_ACCESS = {
    "hearing_loop": _("Hearing loop"),
    "bsl": _("Sign language"),
    "captions": _("Captions"),
    "interpreter": _("Interpreter"),
    "large_print": _("Large print"),
    "easy_read": _("Easy read"),
    "dementia_friendly": _("Good for people with dementia"),
}
PEOPLE_ACCESS = {
    "guiding_help": _("Somebody guides you"),
    "assistance_dog": _("Assistance dogs welcome"),
    "companion_welcome": _("You may bring somebody"),
    "companion_free": _("Your helper comes free"),
    "personal_care": _("Help with personal care"),
    "door_help": _("Somebody helps at the door"),
}
ACCESS = {**PLACE_ACCESS, **COMMUNICATION_ACCESS, **PEOPLE_ACCESS}
ASKED_OF_EVERYBODY = (
    "step_free", "accessible_toilet", "toilet", "seating", "hearing_loop", "quiet_space", "companion_welcome",
    "door_help", "parking", "assistance_dog",
)  # fmt: skip
ANSWER = {"yes": _("Yes"), "no": _("No"), "ask": _("Not known")}
FORMAT = {
    "in_person": _("In person"),
    "home_visit": _("Somebody visits you at home"),
    "phone": _("By phone"),
    "online": _("Online"),
    "post": _("By post"),
}
SIZE = {
    "one_to_one": _("One to one"),
    "small": _("Small: 2 to 8 people"),
    "medium": _("9 to 20 people"),
    "large": _("Over 20 people"),
}
EFFORT = {
    "seated": _("Sitting down"),
    "gentle": _("Gentle"),
    "moderate": _("Makes you breathe harder"),
    "energetic": _("Hard work"),
}
NEXT_STEP = {
    "just_turn_up": _("Just turn up"),
    "ring_first": _("Ring first"),
    "book": _("Book a place"),
    "referral": _("Ask to be referred"),
}
REFERRAL_BY = {
    "self": _("You can ask yourself"),
    "professional": _("A worker has to ask for you"),
    "either": _("You or a worker can ask"),
}
PLACES = {
    "open": _("Places free"),
    "waiting_list": _("Waiting list"),
    "full": _("Full"),
    "paused": _("Paused"),
    "closed": _("Closed for good"),
}
JOINING = {
    "any_time": _("Come and go as you like"),
    "course": _("A course with a beginning and an end"),
    "trial_first": _("Try it once first"),
    "closed_group": _("A fixed group: ask before you come"),
}
GENDER = {"woman": _("Women"), "man": _("Men"), "other": _("People of other genders")}
COST_PER = {
    "session": _("a time"),
    "week": _("a week"),
    "month": _("a month"),
    "term": _("a term"),
    "year": _("a year"),
}
SUPPORT = {
    "emotional": _("Somebody who listens"),
    "informational": _("Information"),
    "instrumental": _("Practical help"),
    "advocacy": _("Somebody to speak up for you"),
}
DELIVERED_BY = {
    "member": _("Members"),
    "volunteer": _("Volunteers"),
    "peer": _("People in the same position"),
    "mentor": _("Mentors"),
    "instructor": _("An instructor"),
    "adviser": _("Advisers"),
    "social_worker": _("Social workers"),
    "counsellor": _("Counsellors"),
    "faith_leader": _("A faith leader"),
    "mixed": _("Several kinds of people"),
}
HELPER_CHECK = {
    "nothing": _("Nothing"),
    "criminal_record": _("A criminal record check"),
    "references": _("References"),
    "interview": _("A talk first"),
    "training": _("Training"),
    "health": _("A health check"),
    "driving_licence": _("A driving licence"),
    "over_16": _("Being 16 or over"),
    "over_18": _("Being 18 or over"),
}
HOW_CHECKED = {
    "visited": _("visited"),
    "rang": _("rang"),
    "wrote": _("wrote"),
    "website": _("read the website"),
}
UNIT = {"one": _("One person"), "couple": _("Couples"), "family": _("Families"), "group": _("Groups")}
SHOWN_TO = {"public": _("Everybody"), "house": _("One house or mix"), "staff": _("Staff")}
BOOKING_HOW = {"ring": _("Ring"), "text": _("Send a text"), "email": _("Send an email"), "online": _("Book online"),
               "in_person": _("Ask in person")}  # fmt: skip
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PART_OF_DAY = {"am": _("morning"), "pm": _("afternoon"), "eve": _("evening")}
PART_OF_WEEK = tuple(f"{day}_{part}" for day in WEEKDAYS for part in PART_OF_DAY)
HELP_KIND = {
    "emergency": _("In danger"),
    "crisis": _("Somebody to listen, day and night"),
    "health": _("Feeling unwell, or very low"),
    "safeguarding": _("Worried about someone"),
    "abuse": _("Not safe at home"),
    "local": _("Help nearby"),
}
HELP_NEEDED = ("emergency", "crisis", "safeguarding")

CLOSED: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "kind": KIND, "category": CATEGORY, "family": FAMILY, "layer": LAYER, "goal": GOAL, "cause": CAUSE,
    "skill": SKILL, "access": ACCESS, "answer": ANSWER, "format": FORMAT, "size": SIZE, "effort": EFFORT,
    "next_step": NEXT_STEP, "referral": REFERRAL_BY, "places": PLACES, "joining": JOINING, "gender": GENDER,
    "per": COST_PER, "support": SUPPORT, "delivered_by": DELIVERED_BY, "helper_check": HELPER_CHECK, "how": HOW_CHECKED,
    "unit": UNIT,
    "shown_to": SHOWN_TO, "booking": BOOKING_HOW, "help": HELP_KIND,
})  # fmt: skip
"""Each closed vocabulary by its name; a site's `labels:` name their codes as `kind.group`."""
