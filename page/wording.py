"""What the answer says in words: how sure, and what the neighbours voted."""

from page.messages import capitalise, say, say_count, say_percent

# Where examples come from, as the model calls it.
SOURCES = {
    "drawn by program": "source-strokes",
    "scikit-learn's load_digits": "source-load_digits",
    "MNIST": "source-mnist",
    "your own drawings": "source-samples",
}
SURE, FAIRLY = 0.95, 0.85  # confidence from which the words say so


def confidence(reading):
    """How sure the recogniser is."""
    sure = reading["confidence"]
    key = "sure" if sure >= SURE else "fairly" if sure >= FAIRLY else "probably"
    return say(key, percent=say_percent(sure))


def agreement(reading):
    """How many of the neighbours are the digit that was read."""
    votes, digit = reading["votes"], reading["digit"]
    agree, count = votes.count(digit), len(votes)
    key = "all-agree" if agree == count else "some-agree"
    words = say(key, agree=say_count(agree), count=say_count(count), digit=digit)
    return capitalise(words)


def disagreement(reading):
    """How the neighbours are divided between the two likeliest digits."""
    votes = reading["votes"]
    first, second = reading["digit"], reading["rival"]
    return say(
        "votes-differ",
        count=say_count(len(votes)),
        first=first,
        second=second,
        first_votes=say_count(votes.count(first)),
        second_votes=say_count(votes.count(second)),
    )


def choice(digits, chosen):
    """Which digit of a number is explained."""
    least = min(digit["confidence"] for digit in digits)
    digit = digits[chosen]
    key = "chosen-least" if digit["confidence"] == least else "chosen"
    return say(key, digit=digit["digit"], percent=say_percent(digit["confidence"]))


def source(neighbor):
    """Where an example comes from."""
    return say(SOURCES[neighbor["source"]])


def sources(neighbors):
    """Where the examples come from, and how many from each."""
    counts = {}
    for neighbor in neighbors:
        name = source(neighbor)
        counts[name] = counts.get(name, 0) + 1
    named = [
        say("source-count", source=name, count=count) for name, count in counts.items()
    ]
    return say("near-sources", sources=", ".join(named))
