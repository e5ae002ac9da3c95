"""Made-up prose about made-up groups, 60 to 120 words a time, from a source of fixed pseudo-random numbers."""

from random import Random

FEWEST_WORDS, MOST_WORDS = 60, 120

WORDS: dict[str, tuple[str, ...]] = {
    "who": (
        *(
            "beginners",
            "old hands",
            "neighbours",
            "newcomers",
            "retired teachers",
            "former nurses",
            "bus drivers",
        ),
        *(
            "grandparents",
            "carers",
            "people on their own",
            "couples",
            "former miners",
            "young parents",
            "students",
        ),
        *(
            "people new to town",
            "quiet people",
            "talkers",
            "listeners",
            "bakers",
            "gardeners",
            "people home again",
        ),
    ),
    "lead": (
        "Moira",
        "Desmond",
        "Winifred",
        "Tariq",
        "Olwen",
        "Bogdan",
        "Ines",
        "Kwame",
        "Sunita",
        "Fergus",
        "Yusuf",
    ),
    "do": (
        *(
            "mend chairs",
            "sort seeds",
            "play dominoes",
            "sing old songs",
            "bake scones",
            "read aloud",
            "draw boats",
        ),
        *(
            "learn new stitches",
            "walk along the canal",
            "listen to records",
            "write letters",
            "plan the next trip",
        ),
        *(
            "pot up seedlings",
            "practise chords",
            "compare photographs",
            "solve the crossword",
            "paint jars",
            "stretch",
        ),
        *(
            "talk over the week",
            "try new recipes",
            "watch the birds",
            "build nest boxes",
            "polish brass",
            "spin wool",
        ),
    ),
    "drink": (
        "tea",
        "coffee",
        "hot chocolate",
        "squash",
        "mint tea",
        "soup",
        "ginger cordial",
        "malted milk",
    ),
    "bite": (
        "biscuits",
        "toast",
        "cake",
        "fruit",
        "sandwiches",
        "crumpets",
        "flapjacks",
        "cheese and crackers",
    ),
    "room": (
        *(
            "the long room",
            "the back kitchen",
            "the garden room",
            "the reading corner",
            "the small hall",
            "the loft",
        ),
        *(
            "the conservatory",
            "the workshop",
            "the blue room",
            "the vestry",
            "the old ticket office",
            "the boathouse",
        ),
    ),
    "thing": (
        *(
            "glasses",
            "a hat",
            "flat shoes",
            "an old shirt",
            "a mug",
            "a favourite song",
            "a photograph",
            "a pencil",
        ),
        *(
            "a notebook",
            "gloves",
            "a waterproof",
            "a question",
            "something to mend",
            "a library card",
            "a cushion",
        ),
    ),
    "feel": (
        "calmer",
        "warmer",
        "prouder",
        "less alone",
        "more awake",
        "lighter",
        "cheerful",
        "useful",
        "at home",
    ),
    "when": (
        "in winter",
        "in spring",
        "before Easter",
        "after the harvest",
        "in the long summer evenings",
        "in autumn",
    ),
    "sight": (
        "the weir",
        "the lime trees",
        "the market cross",
        "the signal box",
        "the brick kilns",
        "the heronry",
    ),
}
SENTENCES = (
    "We {do} together, and then we {do} until the kettle boils.",
    "Most of us are {who}, with a few {who} among us.",
    "{lead} opens the door and shows you to {room}.",
    "There is {drink} and there is plenty of {bite}, and nobody counts.",
    "You may bring {thing} if you like; nothing else is needed.",
    "Some come to {do}, others only to sit near the window and look at {sight}.",
    "Nobody has to say much at the start.",
    "People tell us that they go home {feel}.",
    "We began years ago as a handful of {who} who wanted to {do}.",
    "Now and then, mostly {when}, we walk as far as {sight} and back.",
    "If stairs are hard for you, ring first and {lead} meets you at the side door.",
    "{who} and {who} sit side by side here.",
    "The first hour is for those who want to {do}; after the break we {do}.",
    "You can leave whenever you like, and come back another time.",
    "{lead} and {lead} take turns, so that there is always somebody who knows you.",
    "It can be loud when everybody talks at once, so {room} stays quiet.",
    "Ask {lead} about lifts, about the cost, or about {thing} that you have at home.",
    "We keep a chair free for {who}.",
    "Once a season the {who} invite the {who} to {do}.",
    "A dog called Biscuit sleeps under the table and minds his own business.",
    "Those who cannot come are sent a card and a slice of something.",
    "Whoever wants to help can pour the {drink} or {do} with the others.",
)


def sentence(random: Random, pattern: str) -> str:
    """A sentence with its gaps filled, each gap anew."""
    text = pattern
    for gap, words in WORDS.items():
        while f"{{{gap}}}" in text:
            text = text.replace(f"{{{gap}}}", random.choice(words), 1)
    return text[0].upper() + text[1:]


def prose(random: Random) -> str:
    """Two paragraphs of 60 to 120 words in all, in which no pattern occurs twice."""
    wanted = random.randint(FEWEST_WORDS + 10, MOST_WORDS - 20)
    sentences: list[str] = []
    for pattern in random.sample(SENTENCES, len(SENTENCES)):
        if sum(len(each.split()) for each in sentences) >= wanted:
            break
        sentences.append(sentence(random, pattern))
    middle = len(sentences) // 2
    return " ".join(sentences[:middle]) + "\n\n" + " ".join(sentences[middle:])


def summary(random: Random) -> str:
    """One short sentence."""
    return sentence(random, "{who} {do} in {room}.")
