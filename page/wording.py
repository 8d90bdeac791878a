"""What the answer says in words: how sure, and what the neighbours voted."""

from page.messages import capitalise, say, say_count, say_percent

SURE, FAIRLY = 0.95, 0.85  # confidence from which the words say so


def confidence(reading):
    """How sure the recogniser is."""
    sure = reading["confidence"]
    key = "sure" if sure >= SURE else "fairly" if sure >= FAIRLY else "probably"
    return say(key, percent=say_percent(sure))


def agreement(reading):
    """How many of the neighbours are the digit that was read."""
    neighbors, digit = reading["neighbors"], reading["digit"]
    agree, count = _votes(neighbors, digit), len(neighbors)
    key = "all-agree" if agree == count else "some-agree"
    words = say(key, agree=say_count(agree), count=say_count(count), digit=digit)
    return capitalise(words)


def disagreement(reading):
    """How the neighbours are divided between the two likeliest digits."""
    neighbors = reading["neighbors"]
    first, second = reading["digit"], reading["rival"]
    return say(
        "votes-differ",
        count=say_count(len(neighbors)),
        first=first,
        second=second,
        first_votes=say_count(_votes(neighbors, first)),
        second_votes=say_count(_votes(neighbors, second)),
    )


def choice(digits, chosen):
    """Which digit of a number is explained."""
    least = min(digit["confidence"] for digit in digits)
    digit = digits[chosen]
    key = "chosen-least" if digit["confidence"] == least else "chosen"
    return say(key, digit=digit["digit"], percent=say_percent(digit["confidence"]))


def _votes(neighbors, digit):
    return len([each for each in neighbors if each["digit"] == digit])
