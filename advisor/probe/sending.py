# SPDX-License-Identifier: Apache-2.0
"""What goes to another process and comes back."""

import enum
import pickle

from ppp_probe.digest import NAMED, Digest, fields_of, opaque


def pickled(value):
    """The length of a pickle and what stands in its way: (bytes, "")."""
    try:
        return len(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)), ""
    except BaseException as error:
        return 0, obstacle_in(value, error)


def obstacle_in(value, error):
    """The innermost part that cannot be pickled."""
    for _ in range(20):
        if isinstance(error, RecursionError):
            break
        kind = type(value)
        if issubclass(kind, dict):
            parts = list(dict.values(value))
        elif kind in (list, tuple, set, frozenset):
            parts = list(value)
        else:
            parts = list(fields_of(value).values())
        for part in parts[:1000]:
            try:
                pickle.dumps(part, pickle.HIGHEST_PROTOCOL)
            except BaseException as inner:
                value, error = part, inner
                break
        else:
            break
    return "%s (%s)" % (described(value), type(error).__name__)


def described(value):
    return "a `%s`" % opaque(type(value)).replace("builtins.", "")


def lost_on_the_way(value, own, older):
    """What is wrong with a copy of the result `value`; "": nothing. `older` are
    the addresses of objects that were there before."""
    try:
        back = pickle.loads(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    except BaseException as error:
        return "%s that cannot be read back (%s)" % (
            described(value),
            type(error).__name__,
        )
    before, after = Digest(own, 50000), Digest(own, 50000)
    if before.of(value) != after.of(back):
        return "something that a copy is not equal to"
    if older and before.sets:
        return "a set, whose order may change on the way"
    for part in before.kept:
        kind = type(part)
        by_name = issubclass(kind, NAMED) or issubclass(kind, enum.Enum)
        same_for_all = by_name or kind in (tuple, frozenset, range, slice)
        if id(part) in older and not same_for_all:
            return "%s that is older; a copy would come back" % described(part)
    return ""
