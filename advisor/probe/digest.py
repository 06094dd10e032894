# SPDX-License-Identifier: Apache-2.0
"""A hash of a value and all that it reaches."""

import hashlib
import itertools
import marshal
import re
import types
import warnings

PLAIN = (int, float, complex, bool, type(None), type(Ellipsis))
FLAT = {int, float, complex, bool, type(None), str, bytes}
NAMED = (
    type,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.ModuleType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
)


# What has an identity, but no contents to compare.
HANDLES = {"_asyncio", "_io", "_socket", "_ssl", "_thread", "select"}
VIEWS = {type({}.keys()), type({}.values()), type({}.items())}


def contents(value, kind):
    """Of what cannot be pickled, by its own means; None: not known."""
    if kind.__name__ == "Record" and kind.__module__.partition(".")[0] == "asyncpg":
        return list(value.items())
    if opaque(kind) == "sqlite3.Row":
        return [value.keys(), tuple(value)]
    if kind is memoryview:
        return [value.format, value.shape, value.tobytes()]
    if kind is re.Match:
        return [value.re.pattern, value.re.flags, value.string, value.regs]
    return list(value) if kind in VIEWS else None


def opaque(kind):
    return "%s.%s" % (kind.__module__, kind.__qualname__)


def fields_of(value):
    """The attributes of an instance, without running its class's code."""
    try:
        return object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}


class Digest:
    """A hash of a value and all that it reaches, equal for equal structures.

    Runs no code of the program. `limit` bounds the number of objects, `deep`
    looks into functions and classes as well.
    """

    BYTES = 1 << 24  # of one text or array

    def __init__(self, own, limit, deep=False):
        self.own = own
        self.left = limit
        self.deep = deep
        self.hash = hashlib.blake2b(digest_size=12)
        self.seen = {}
        self.kept = []
        self.sets = False  # whether there is one with an order to lose
        self.blind = ""  # the type of something of which nothing else was seen

    def of(self, value):
        stack = [value]
        while stack:
            if self.left <= 0:
                self.note("cut")
                break
            self.left -= 1
            self.visit(stack.pop(), stack)
        return self.hash.hexdigest()

    def note(self, kind, data=b""):
        self.hash.update(kind.encode("utf-8", "surrogatepass"))
        if isinstance(data, str):
            data = data.encode("utf-8", "surrogatepass")
        self.hash.update(b"(%d)" % len(data))
        self.hash.update(data if len(data) <= self.BYTES else data[: self.BYTES])

    def visit(self, value, stack):
        kind = type(value)
        if kind is int:
            self.note("int", hex(value))
        elif kind in PLAIN:
            self.note(kind.__name__, repr(value))
        elif kind is str:
            self.note("str", value)
        elif kind in (bytes, bytearray):
            self.note(kind.__name__, bytes(value[: self.BYTES]))
        elif id(value) in self.seen:
            self.note("again", str(self.seen[id(value)]))
        else:
            self.seen[id(value)] = len(self.seen)
            self.kept.append(value)
            self.enter(value, kind, stack)

    def enter(self, value, kind, stack):
        if kind in (list, tuple):
            self.note(kind.__name__, str(len(value)))
            self.sequence(value, stack)
        elif kind is dict:
            self.note("dict", str(len(value)))
            self.mapping(value, stack)
        elif kind in (set, frozenset):
            self.members(value, kind)
        elif kind in (range, slice):
            self.note(kind.__name__, repr(value))
        elif issubclass(kind, NAMED):
            self.named(value, stack)
        elif kind.__module__.partition(".")[0] == "numpy" and self.array(value, stack):
            pass
        elif kind is types.GeneratorType:
            self.generator(value, stack)
        elif self.own(kind):
            self.instance(value, kind, stack)
        else:
            self.reduced(value, kind, stack)

    def sequence(self, values, stack):
        values = values[: max(1, self.left)]
        if len(values) > 8 and set(map(type, values)) <= FLAT:
            self.note("flat", marshal.dumps(list(values), 2))
            return
        stack.extend(reversed(values))

    def mapping(self, values, stack):
        flat = []
        for key, value in itertools.islice(values.items(), max(1, self.left)):
            flat.append(key)
            flat.append(value)
        self.sequence(flat, stack)

    def generator(self, value, stack):
        frame = value.gi_frame
        self.note("generator", str(frame and frame.f_lasti))
        if frame is not None:
            stack.append(dict(frame.f_locals))

    def members(self, values, kind):
        self.sets = self.sets or len(values) > 1
        digests = []
        for value in itertools.islice(values, max(1, self.left)):
            self.left -= 1
            digests.append(Digest(self.own, min(self.left, 1000)).of(value))
        self.note(kind.__name__, ",".join(sorted(digests)))

    def named(self, value, stack):
        if issubclass(type(value), types.ModuleType):
            # Asked for anything else, it may run code of its own.
            self.note("module", str(value.__dict__.get("__name__")))
            return
        name = value.__qualname__
        self.note("named", "%s.%s" % (getattr(value, "__module__", ""), name))
        if not self.deep:
            return
        if isinstance(value, types.FunctionType) and self.own(value):
            for cell in value.__closure__ or ():
                try:
                    stack.append(cell.cell_contents)
                except ValueError:
                    self.note("empty cell")
            stack.extend((value.__defaults__, value.__kwdefaults__, value.__dict__))
        elif isinstance(value, type) and self.own(value):
            for key, part in list(value.__dict__.items()):
                data = not key.startswith("__") and not callable(part)
                if data or isinstance(part, types.FunctionType):
                    stack.extend((part, key))

    def array(self, value, stack):
        dtype = getattr(value, "dtype", None)
        if dtype is None or not hasattr(value, "tobytes"):
            return False
        self.note("array", "%s %s" % (dtype, getattr(value, "shape", ())))
        if getattr(dtype, "hasobject", False):
            stack.append(value.tolist())
        elif value.nbytes <= self.BYTES:
            self.note("data", value.tobytes())
        else:
            step = value.nbytes // self.BYTES + 1
            self.note("data", value.ravel()[::step].tobytes())
        return True

    def instance(self, value, kind, stack):
        self.note("instance", opaque(kind))
        for base, contents in (
            (dict, lambda: list(dict.items(value))),
            (list, lambda: list(list.__iter__(value))),
            (tuple, lambda: list(tuple.__iter__(value))),
            (str, lambda: str.__str__(value)),
            (int, lambda: int.__index__(value)),
            (float, lambda: float.__float__(value)),
        ):
            if issubclass(kind, base):
                stack.append(contents())
        if issubclass(kind, BaseException):
            stack.append(value.args)
        stack.append(fields_of(value))
        for base in kind.__mro__:
            slots = base.__dict__.get("__slots__", ())
            for slot in (slots,) if isinstance(slots, str) else slots:
                try:
                    stack.extend((object.__getattribute__(value, slot), slot))
                except AttributeError:
                    pass

    def reduced(self, value, kind, stack):
        self.note("object", opaque(kind))
        if kind.__module__ == "itertools":
            self.note("state", repr(value))  # 3.14 knows no other way
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                parts = value.__reduce_ex__(4)
        except Exception:
            try:
                inside = contents(value, kind)
            except Exception:
                inside = None  # a view of what is gone
            if inside is not None:
                stack.append(inside)
            elif kind.__module__ not in HANDLES:
                self.blind = self.blind or opaque(kind)
            return
        if isinstance(parts, str):
            self.note("global", parts)
            return
        parts = [list(part) if i > 2 and part is not None else part
                 for i, part in enumerate(parts[:5])]
        stack.extend(reversed(parts))
