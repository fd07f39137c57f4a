"""Who may read something: what `--for` and `--private` mean."""

from growthtui.domain.base import Audience, Visibility
from growthtui.domain.visibility import ONLY_SELF
from growthtui.errors import BadInputError


class BothVisibilitiesError(BadInputError):
    """`--private` and `--for` contradict each other."""

    def __init__(self) -> None:
        super().__init__("--private and --for exclude each other: a line is for you alone, or for these readers, too.")


def visibility_of(audiences: tuple[Audience, ...], *, private: bool) -> Visibility | None:
    """The set that `--for` and `--private` mean; None when neither is given. BothVisibilitiesError."""
    if private and audiences:
        raise BothVisibilitiesError
    if private:
        return ONLY_SELF
    return tuple(dict.fromkeys((Audience.SELF, *audiences))) if audiences else None
