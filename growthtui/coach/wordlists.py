"""The shape of the word lists behind the plan review (`data/lint-words.toml`)."""

import msgspec

from growthtui.coach.words import WordList


class ObservableWords(msgspec.Struct, frozen=True):
    """What a stranger could see or count."""

    number_words: WordList
    cadence: WordList
    dates: WordList
    by_heads: WordList
    artefacts: WordList
    observers: WordList


class MeasureWords(msgspec.Struct, frozen=True):
    """Words that make a measure soft, and completed acts that make it checkable."""

    soft: WordList
    finish_starts: WordList


class VagueWords(msgspec.Struct, frozen=True):
    """Starts, comparatives and abstractions that could mean anything, and what anchors them."""

    starts: WordList
    artefact_anchors: WordList
    trait_starts: WordList
    lead_in: WordList
    boosters: WordList
    comparative: WordList
    comparative_ok: WordList
    manner: WordList
    unnamed: WordList
    abstract_verbs: WordList
    abstract_nouns: WordList
    products: WordList
    skill_nouns: WordList
    means: WordList
    hedge_starts: WordList
    hedge_any: WordList


class ControlWords(msgspec.Struct, frozen=True):
    """Who decides: words of being given something, and of positioning oneself for it."""

    bare_start: WordList
    participles: WordList
    granted_nouns: WordList
    get_verbs: WordList
    after_noun: WordList
    get_done: WordList
    made: WordList
    occupations: WordList
    move_verbs: WordList
    posts: WordList
    others: WordList
    signed: WordList
    phrases: WordList
    quality: WordList
    conditions: WordList
    roles: WordList
    deciders: WordList
    decider_verbs: WordList
    positioning: WordList


class RecognitionWords(msgspec.Struct, frozen=True):
    """What people want to be, and the words that say who would see it."""

    be_nouns: WordList
    seen: WordList


class CantWords(msgspec.Struct, frozen=True):
    """Ways to say cannot, and subjects that make it somebody else's."""

    phrases: WordList
    other_subjects: WordList


class HelpWords(msgspec.Struct, frozen=True):
    """Phrases that say something is needed from others."""

    phrases: WordList


class Topic(msgspec.Struct, frozen=True):
    """One topic of a limit, with its words in principles and in actions."""

    name: str
    principle: WordList
    action: WordList


class PrincipleWords(msgspec.Struct, frozen=True):
    """Words of refusal, and the topics on which an action may touch a limit."""

    negative: WordList
    topic: tuple[Topic, ...]


class RepetitionWords(msgspec.Struct, frozen=True):
    """Starts that continue what is done already."""

    starts: WordList


class OtherManagerWords(msgspec.Struct, frozen=True):
    """Other deciders, and the words that say one's own manager knows."""

    who: WordList
    told: WordList


class SecretFixWords(msgspec.Struct, frozen=True):
    """Repairs of a process, and the words that say the team is part of it."""

    verbs: WordList
    objects: WordList
    involve: WordList


class DirectionWords(msgspec.Struct, frozen=True):
    """One direction an action may point in. `career` directions carry a career goal."""

    name: str
    career: bool
    verbs: WordList
    cues: WordList


class WeakWords(msgspec.Struct, frozen=True):
    """Words behind the signs W06, W08 and W10. `nothing` holds whole answers."""

    others_subjects: WordList
    others_verbs: WordList
    career: WordList
    personal: WordList
    nothing: tuple[str, ...]
    absolute: WordList


class StopWords(msgspec.Struct, frozen=True):
    """Words without content."""

    words: frozenset[str]


class WordLists(msgspec.Struct, frozen=True):
    """All lists of one language. Entries are lower case; a trailing `*` stands for any letters after."""

    schema: str
    language: str
    observable: ObservableWords
    measure: MeasureWords
    vague: VagueWords
    control: ControlWords
    recognition: RecognitionWords
    cant: CantWords
    needs_help: HelpWords
    principles: PrincipleWords
    repetition: RepetitionWords
    other_managers: OtherManagerWords
    secret_fix: SecretFixWords
    direction: tuple[DirectionWords, ...]
    weak: WeakWords
    stopwords: StopWords
