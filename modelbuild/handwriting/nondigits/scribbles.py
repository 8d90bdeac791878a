"""Scribbles: lines that mean nothing."""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from modelbuild.handwriting.curves import Stroke, polyline, smooth
from modelbuild.handwriting.deformation import rotate
from modelbuild.handwriting.hand import Hand, Variant


def curved_or_straight(hand: Hand, points: Stroke) -> list[Stroke]:
    """Return one stroke through points, turned any way, curved or angular."""
    points = rotate(points, hand(0, 360))
    return [smooth(points) if hand.chance(0.6) else polyline(points, 5)]


def zigzag(hand: Hand) -> list[Stroke]:
    """Draw a line that goes to and fro."""
    turns = int(hand(6, 14))
    x = np.linspace(0, 1, turns) + 0.03 * hand.rng.standard_normal(turns)
    y = np.arange(turns) % 2 * hand(0.3, 1.2) + 0.08 * hand.rng.standard_normal(turns)
    return curved_or_straight(hand, np.stack([x, y], axis=1))


def spiral(hand: Hand) -> list[Stroke]:
    """Draw a spiral of two to four turns."""
    angle = np.linspace(0, hand(11, 26), 70)
    radius = (angle / angle[-1]) ** hand(0.5, 1.2)
    x, y = radius * np.cos(angle), radius * np.sin(angle) * hand(0.6, 1.3)
    return [np.stack([x, y], axis=1) + 0.015 * hand.rng.standard_normal((70, 2))]


def loops(hand: Hand) -> list[Stroke]:
    """Draw loops in a row, like a telephone cord."""
    angle = np.linspace(0, hand(12, 34), 90)
    x = angle * hand(0.06, 0.2) + np.cos(angle) * 0.5
    y = np.sin(angle) * hand(0.4, 0.9)
    return [rotate(np.stack([x, y], axis=1), hand(0, 360))]


def wander(hand: Hand) -> list[Stroke]:
    """Draw a line that wanders off."""
    steps = 0.35 * hand.rng.standard_normal((int(hand(7, 16)), 2))
    return curved_or_straight(hand, np.cumsum(steps, axis=0))


def crisscross(hand: Hand) -> list[Stroke]:
    """Draw a line from place to place within a box."""
    places = hand.rng.uniform(0, 1, (int(hand(7, 16)), 2)) * [hand(0.5, 1.6), 1]
    return curved_or_straight(hand, places)


def waves(hand: Hand) -> list[Stroke]:
    """Draw a wavy line."""
    angle = np.linspace(0, hand(8, 25), 60)
    wave = np.stack([angle * hand(0.1, 0.25), np.sin(angle) * hand(0.2, 0.5)], axis=1)
    return [rotate(wave, hand.about(0, 30))]


def fill(hand: Hand) -> list[Stroke]:
    """Draw a patch, filled by going over it again and again."""
    turns = int(hand(10, 24))
    x = np.linspace(0, 1, turns) + 0.02 * hand.rng.standard_normal(turns)
    reach = 0.5 + 0.5 * np.sin(np.linspace(0.3, 2.8, turns))
    y = np.where(np.arange(turns) % 2, reach, -reach) * hand(0.3, 0.7)
    return [rotate(polyline(np.stack([x, y], axis=1), 4), hand(0, 360))]


def swerve(hand: Hand) -> list[Stroke]:
    """Draw a line that keeps turning, now this way and now that."""
    turns = hand(0.5, 1.1) * hand.rng.standard_normal(int(hand(40, 90)))
    heading = np.cumsum(gaussian_filter1d(turns, hand(1.5, 4))) + hand(0, 6.3)
    steps = np.stack([np.cos(heading), np.sin(heading)], axis=1)
    return [np.cumsum(steps, axis=0)]


def hatching(hand: Hand) -> list[Stroke]:
    """Draw many short lines, about side by side or anyhow."""
    direction, spread = hand(0, 360), hand.pick((6.0, 40.0))
    strokes = []
    for place in hand.rng.uniform(0, 1, (int(hand(4, 10)), 2)):
        reach = hand(0.2, 0.6)
        line = np.array([(-reach, 0.0), (reach, hand.about(0, 0.05))])
        strokes.append(place + rotate(line, direction + hand.about(0, spread)))
    return strokes


def tangle(hand: Hand) -> list[Stroke]:
    """Draw rings over rings, none where the last one was."""
    angle = np.linspace(0, hand(11, 30), 90)
    drift = gaussian_filter1d(hand.rng.standard_normal((90, 2)), 12, axis=0)
    size = 1 + hand(0.3, 0.7) * np.sin(angle * hand(0.2, 0.7))[:, None]
    ring = np.stack([np.cos(angle), np.sin(angle) * hand(0.5, 1.2)], axis=1)
    return [ring * size + drift * hand(2, 5)]


VARIANTS: dict[Variant, float] = {
    zigzag: 0.18,
    spiral: 0.15,
    loops: 0.15,
    wander: 0.19,
    crisscross: 0.18,
    waves: 0.08,
    fill: 0.07,
    swerve: 0.15,
    hatching: 0.1,
    tangle: 0.12,
}
