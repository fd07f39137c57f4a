"""The shape of the word lists behind the plan review (`data/lint-words.toml`)."""

import msgspec

Words = tuple[str, ...]


class ObservableWords(msgspec.Struct, frozen=True):
    """What a stranger could see or count."""

    number_words: Words
    cadence: Words
    dates: Words
    by_heads: Words
    artefacts: Words
    observers: Words


class MeasureWords(msgspec.Struct, frozen=True):
    """Words that make a measure soft, and completed acts that make it checkable."""

    soft: Words
    finish_starts: Words


class VagueWords(msgspec.Struct, frozen=True):
    """Starts, comparatives and abstractions that could mean anything, and what anchors them."""

    starts: Words
    artefact_anchors: Words
    trait_starts: Words
    lead_in: Words
    boosters: Words
    comparative: Words
    comparative_ok: Words
    manner: Words
    unnamed: Words
    abstract_verbs: Words
    abstract_nouns: Words
    products: Words
    skill_nouns: Words
    means: Words
    hedge_starts: Words
    hedge_any: Words


class ControlWords(msgspec.Struct, frozen=True):
    """Who decides: words of being given something, and of positioning oneself for it."""

    bare_start: Words
    participles: Words
    granted_nouns: Words
    get_verbs: Words
    after_noun: Words
    get_done: Words
    made: Words
    occupations: Words
    move_verbs: Words
    posts: Words
    others: Words
    signed: Words
    phrases: Words
    quality: Words
    conditions: Words
    roles: Words
    deciders: Words
    decider_verbs: Words
    positioning: Words


class RecognitionWords(msgspec.Struct, frozen=True):
    """What people want to be, and the words that say who would see it."""

    be_nouns: Words
    seen: Words


class CantWords(msgspec.Struct, frozen=True):
    """Ways to say cannot, and subjects that make it somebody else's."""

    phrases: Words
    other_subjects: Words


class HelpWords(msgspec.Struct, frozen=True):
    """Phrases that say something is needed from others."""

    phrases: Words


class Topic(msgspec.Struct, frozen=True):
    """One topic of a limit, with its words in principles and in actions."""

    name: str
    principle: Words
    action: Words


class PrincipleWords(msgspec.Struct, frozen=True):
    """Words of refusal, and the topics on which an action may touch a limit."""

    negative: Words
    topic: tuple[Topic, ...]


class RepetitionWords(msgspec.Struct, frozen=True):
    """Starts that continue what is done already."""

    starts: Words


class OtherManagerWords(msgspec.Struct, frozen=True):
    """Other deciders, and the words that say one's own manager knows."""

    who: Words
    told: Words


class SecretFixWords(msgspec.Struct, frozen=True):
    """Repairs of a process, and the words that say the team is part of it."""

    verbs: Words
    objects: Words
    involve: Words


class DirectionWords(msgspec.Struct, frozen=True):
    """One direction an action may point in. `career` directions carry a career goal."""

    name: str
    career: bool
    verbs: Words
    cues: Words


class WeakWords(msgspec.Struct, frozen=True):
    """Words behind the signs W06, W08 and W10."""

    others_subjects: Words
    others_verbs: Words
    career: Words
    personal: Words
    nothing: Words
    absolute: Words


class StopWords(msgspec.Struct, frozen=True):
    """Words without content."""

    words: Words


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
