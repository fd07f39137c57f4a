"""The predicates of the plan review: what a text says, and how firmly. English only (domain 6.1 and 6.1a)."""

from growthtui.coach.predicates.attitude import be_not_seen, cant, hedged
from growthtui.coach.predicates.content import content_words, is_english, jaccard, overlap, tokens
from growthtui.coach.predicates.control import not_in_control
from growthtui.coach.predicates.direction import career_directions, direction, directions
from growthtui.coach.predicates.observable import anchored, has_artefact, has_date, has_number, observable
from growthtui.coach.predicates.starts import core, starts_with, vague_start
from growthtui.coach.predicates.vague import measure_ok, product, vague

__all__ = [
    "anchored",
    "be_not_seen",
    "cant",
    "career_directions",
    "content_words",
    "core",
    "direction",
    "directions",
    "has_artefact",
    "has_date",
    "has_number",
    "hedged",
    "is_english",
    "jaccard",
    "measure_ok",
    "not_in_control",
    "observable",
    "overlap",
    "product",
    "starts_with",
    "tokens",
    "vague",
    "vague_start",
]
