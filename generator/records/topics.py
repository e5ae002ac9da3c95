"""The open vocabularies: topics and groups of people, with labels, everyday words and what follows from each.

A site adds its own in `data/vocabulary.yml`. A topic is `family.topic` or a family alone; its family gives the
category where a record names none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.words import mark as _


@dataclass(frozen=True, slots=True)
class Topic:
    """What something is about: the words for it, everyday synonyms, the category and goals that follow."""

    label: str
    synonyms: tuple[str, ...] = ()
    category: str | None = None
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of people whom something may be for."""

    label: str
    synonyms: tuple[str, ...] = ()


TOPICS: Mapping[str, Topic] = MappingProxyType({
    "arts": Topic(_("Arts"), ("art", "creative"), "arts", ("enjoy",)),
    "arts.painting": Topic(_("Painting and drawing"), ("painting", "drawing", "sketching", "watercolour")),
    "arts.crafts": Topic(_("Crafts"), ("knitting", "knit", "wool", "crochet", "craft", "yarn", "card making")),
    "arts.pottery": Topic(_("Pottery"), ("clay", "ceramics")),
    "arts.writing": Topic(_("Writing"), ("poems", "poetry", "stories", "memoir")),
    "arts.photo": Topic(_("Photography"), ("photos", "camera", "pictures")),
    "arts.drama": Topic(_("Drama"), ("theatre", "acting", "plays")),
    "arts.film": Topic(_("Film"), ("cinema", "movies", "films")),
    "music": Topic(_("Music"), ("songs", "concert"), "music", ("enjoy",)),
    "music.singing": Topic(_("Singing"), ("choir", "sing", "songs", "carols")),
    "music.listening": Topic(_("Listening to music"), ("records", "radio", "concert")),
    "music.playing": Topic(_("Playing music"), ("ukulele", "band", "instrument", "piano", "guitar")),
    "dance": Topic(_("Dancing"), ("dance", "ballroom", "tea dance", "line dancing"), "move", ("keep_active", "enjoy")),
    "nature": Topic(_("Nature"), ("outdoors", "wildlife"), "garden", ("get_out",)),
    "nature.gardening": Topic(_("Gardening"), ("garden", "allotment", "plants", "flowers", "vegetables"), "garden"),
    "nature.walking": Topic(_("Walking in nature"), ("walk", "ramble", "stroll"), "move", ("keep_active", "get_out")),
    "nature.birds": Topic(_("Birds"), ("birdwatching", "bird"), "outing"),
    "nature.conservation": Topic(_("Looking after nature"), ("woodland", "river", "litter"), "garden", ("contribute",)),
    "games": Topic(_("Games"), ("play",), "games", ("enjoy", "meet_people")),
    "games.cards": Topic(_("Cards"), ("whist", "bridge", "rummy", "cribbage")),
    "games.board": Topic(_("Board games"), ("scrabble", "dominoes", "draughts")),
    "games.bingo": Topic(_("Bingo")),
    "games.quiz": Topic(_("Quiz"), ("quizzes", "trivia")),
    "games.chess": Topic(_("Chess")),
    "games.video": Topic(_("Video games"), ("gaming", "computer games")),
    "games.sport": Topic(_("Pub and hall games"), ("darts", "snooker", "pool", "boules", "bowls", "skittles")),
    "exercise": Topic(_("Exercise"), ("fitness", "sport", "keep fit"), "move", ("keep_active",)),
    "exercise.chair": Topic(_("Chair exercise"), ("seated exercise", "armchair")),
    "exercise.taichi": Topic(_("Tai chi"), ("tai-chi", "qigong")),
    "exercise.yoga": Topic(_("Yoga"), ("stretching", "pilates")),
    "exercise.swimming": Topic(_("Swimming"), ("swim", "pool", "aqua")),
    "exercise.football": Topic(_("Football"), ("walking football", "soccer")),
    "exercise.cycling": Topic(_("Cycling"), ("bike", "bicycle")),
    "exercise.walking": Topic(_("Walking"), ("walk", "walks", "health walk"), None, ("keep_active", "get_out")),
    "food": Topic(_("Food"), ("eat", "meal"), "meal", ("meet_people",)),
    "food.lunch": Topic(_("Lunch together"), ("lunch club", "dinner", "soup", "supper")),
    "food.coffee": Topic(_("Coffee and tea"), ("coffee morning", "tea", "cafe", "café", "cake")),
    "food.cooking": Topic(_("Cooking"), ("cook", "baking", "kitchen"), None, ("learn",)),
    "making": Topic(_("Making things"), ("make",), "arts", ("enjoy", "contribute")),
    "making.woodwork": Topic(_("Woodwork"), ("wood", "carpentry", "shed")),
    "making.repair": Topic(_("Mending things"), ("repair", "fix", "mend", "repair café")),
    "making.sewing": Topic(_("Sewing"), ("sew", "patchwork", "quilting", "dressmaking")),
    "books": Topic(_("Books"), ("book", "library"), "learning", ("enjoy",)),
    "books.reading": Topic(_("Reading"), ("book club", "reading group", "read")),
    "learning": Topic(_("Learning"), ("course", "class"), "learning", ("learn",)),
    "learning.language": Topic(_("Languages"), ("english", "french", "conversation", "esol")),
    "learning.history": Topic(_("Local history"), ("history", "family tree", "archive")),
    "learning.work": Topic(_("Work and jobs"), ("job", "jobs", "work", "cv")),
    "learning.digital": Topic(
        _("Phones and computers"), ("computer", "tablet", "phone", "internet", "email"), "digital",
        ("get_online", "learn"),
    ),
    "faith": Topic(_("Faith"), ("church", "mosque", "temple", "religion"), "faith", ("faith_culture",)),
    "faith.worship": Topic(_("Worship"), ("service", "prayer", "mass")),
    "faith.reflection": Topic(_("Reflection"), ("quiet", "prayer")),
    "animals": Topic(_("Animals"), ("pets",), "calm", ("enjoy",)),
    "animals.dogs": Topic(_("Dogs"), ("dog", "dog walking", "puppy")),
    "outings": Topic(_("Outings"), ("trips", "day out", "visits"), "outing", ("get_out",)),
    "outings.museum": Topic(_("Museums"), ("museum", "gallery", "exhibition")),
    "outings.cafe": Topic(_("Going to a café"), ("cafe", "café")),
    "outings.park": Topic(_("Parks"), ("park", "picnic")),
    "wellbeing": Topic(_("Feeling well"), ("wellbeing", "mental health"), "calm", ("confidence",)),
    "wellbeing.meditation": Topic(_("Meditation"), ("mindfulness", "meditate")),
    "wellbeing.relaxation": Topic(_("Relaxing"), ("relax", "massage", "rest")),
    "social": Topic(_("Company"), ("friends", "lonely", "loneliness"), "meal", ("meet_people",)),
    "social.chat": Topic(_("A chat"), ("talk", "conversation", "natter", "company", "talking")),
    "family": Topic(_("Family"), ("families",), "family", ("reconnect_family",)),
    "family.baby": Topic(_("Babies and toddlers"), ("baby", "toddler", "playgroup", "parents")),
    "family.calls": Topic(_("Calls with family"), ("video call", "phone call")),
    "intergen": Topic(_("Young and old together"), ("generations", "school", "grandparents"), "intergen",
                      ("contribute", "meet_people")),
    "reminiscence": Topic(_("Remembering"), ("memories", "memory", "old days"), "calm", ("enjoy",)),
})  # fmt: skip

TAGS: Mapping[str, Tag] = MappingProxyType({
    "carer": Tag(_("Carers"), ("caring", "look after somebody")),
    "parent_carer": Tag(_("Parents of a disabled child"), ("parent carers",)),
    "bereaved": Tag(_("People who have lost somebody"),
                    ("bereavement", "grief", "widow", "widower", "death", "died", "passed away", "loss")),
    "bereaved_suicide": Tag(_("People who lost somebody to suicide"), ("suicide",)),
    "dementia": Tag(_("People with dementia"), ("alzheimer", "memory loss")),
    "deaf": Tag(_("Deaf people"), ("sign language", "bsl", "hearing loss")),
    "sight_loss": Tag(_("People with sight loss"), ("blind", "partially sighted")),
    "aphasia": Tag(_("People with aphasia"), ("stroke", "speech")),
    "learning_disability": Tag(_("People with a learning disability"), ("learning difficulties",)),
    "autistic": Tag(_("Autistic people"), ("autism",)),
    "housebound": Tag(_("People who cannot go out at the moment"), ("house", "home")),
    "men": Tag(_("Men"), ("man", "fathers")),
    "women": Tag(_("Women"), ("woman", "mothers")),
    "parent_u5": Tag(_("Parents of children under five"), ("new mum", "new dad", "baby", "mum")),
    "refugee": Tag(_("Refugees"), ("asylum", "new arrivals")),
    "lgbt": Tag(_("LGBT+ people"), ("gay", "lesbian", "trans", "pride")),
    "recovery": Tag(_("People in recovery"), ("alcohol", "drugs", "addiction", "sober")),
    "veteran": Tag(_("Veterans"), ("forces", "army", "navy")),
    "older": Tag(_("Older people"), ("over 60", "retired", "pensioner")),
    "young": Tag(_("Young people"), ("students", "under 25")),
    "disabled": Tag(_("Disabled people"), ("disability", "wheelchair")),
})  # fmt: skip
