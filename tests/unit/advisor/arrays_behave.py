# SPDX-License-Identifier: Apache-2.0
"""Calls what advisor/effects/numpy*.json describe, and looks at what happens.

Every function and method is called with arrays of several types and shapes,
numbers and lists. It fails the test when, although the table says otherwise,

- the result, or a part of it, is of another type than `returns` allows, or of
  less than the whole choice of types where `returns_for` or `returns_with` say;
- the result shares memory with an argument (a change of one shows in the other);
- an argument has changed, or the hidden generator of random numbers;
- something was warned of.

It also fails where a copy of an array is not like it, although the generated
code would send it, or where an address that differs by 16 bytes changes a sum.

usage: arrays_behave.py FOLDER [CALLS]
"""
import itertools
import json
import os
import pickle
import random
import sys
import warnings

SKIP = 77
try:
    import numpy as np
except ImportError:
    print("no NumPy here")
    sys.exit(SKIP)

SAMPLES = [
    "np.arange(6.0)", "np.arange(6)", "np.arange(6.0).reshape(2, 3)",
    "np.array([True, False, True, True, False, True])",
    "np.array([0.0, -1.0, np.nan, np.inf, 2.5, -0.0])", "np.zeros(0)",
    "np.array(3)", "np.arange(6, dtype=np.uint8)", "np.float64(2.5)",
    "np.int64(3)", "2", "0", "-1.5", "True", "[3, 1, 2, 0, 5, 4]",
    "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]", "[[1], [1, 2]]", "(1, 2)", "None", "float", "int",
    "'left'", "slice(1, 3)", "0.5", "[0.25, 0.75]", "np.arange(24.0).reshape(2, 3, 4).T",
]
SQUARE = ["np.array([[4.0, 1.0], [2.0, 3.0]])", "np.array([[2.0, 1.0], [1.0, 2.0]])",
          "np.array([[2 + 1j, 1j], [-1j, 3]])", "np.array([[1, 2], [2, 4]])",
          "np.array([[[2.0, 1.0], [1.0, 2.0]]])", "np.ones((2, 2), np.float32)"]
EQUATIONS = ["'ij->ji'", "'ij->ij'", "'ii->i'", "'ii'", "'i->i'", "'i->'", "'i,i->'",
             "'ij,jk->ik'", "'ij,ij->'"]
TEXTS = ["'full'", "'same'", "'valid'", "'L'", "'U'", "'r'", "'complete'", "'raw'",
         "'fro'", "'nuc'"]
SELVES = {
    "ndarray": SAMPLES[:8] + [SAMPLES[-1]],
    "generic": ["np.float64(2.5)", "np.int64(3)", "np.bool_(True)",
                "np.float32(1.5)", "np.uint8(200)", "np.complex128(1 + 2j)"],
    "Generator": ["np.random.default_rng(5)"],
    "RandomState": ["np.random.RandomState(5)"],
    "nd_grid": ["np.mgrid"],
}
KEYWORDS = {"dtype": ["float", "np.int64"], "keepdims": ["True", "False"],
            "ddof": ["1"], "k": ["1"], "return_counts": ["True"],
            "return_index": ["True"], "return_inverse": ["True"],
            "indexing": ["'ij'"], "optimize": ["True"], "hermitian": ["True"],
            "rowvar": ["False"], "bias": ["True"], "rcond": ["None", "-1"]}
RENAMED = {"numpy.generic": "number",
           "numpy.ndarray": "array", "numpy.random.Generator": "Generator"}
MOST = 120  # calls of one entry with so many arguments, unless told otherwise


def kinds(expression):
    """The types that a type expression of the tables speaks of."""
    depth, part, parts = 0, "", []
    for letter in expression + "|":
        if letter == "|" and depth == 0:
            parts.append(part)
            part = ""
            continue
        depth += (letter in "[(") - (letter in "])")
        part += letter
    return {RENAMED.get(one, one) for one in parts}


def kind_of(value):
    if isinstance(value, np.ndarray):
        return "array"
    if isinstance(value, np.generic):
        return "number"
    if isinstance(value, tuple):
        return "tuple"  # from NumPy 1.25 on some have names
    return {"NoneType": "none"}.get(type(value).__name__, type(value).__name__)


def parts_of(value):
    if isinstance(value, (tuple, list)):
        return [part for one in value for part in parts_of(one)]
    return [value] if isinstance(value, np.ndarray) else []


def returned(entry, given, named, subject, numbers_only):
    """What the table says of this call."""
    for argument, expression in entry.get("returns_with", {}).items():
        place = argument[3:] if argument[:3] == "arg" else ""
        if (place and int(place) < len(given)) or argument[3:] in named:
            return expression
        if place and entry["params"][int(place)] in named:
            return expression
    if numbers_only and entry.get("returns_for"):
        return entry["returns_for"]["NUMBER"]
    return entry["returns"]


def faults_of(name, call, entry, texts, named, own=None):
    given = [eval(text) for text in texts]
    copies = [eval(text) for text in texts]
    subject, before = (eval(own), eval(own)) if own else (None, None)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        state = np.random.get_state()[1].tolist()
        words = {key: eval(text) for key, text in named.items()}
        try:
            result = call(subject, *given, **words) if own else call(*given, **words)
        except Exception:
            return
    if result is NotImplemented:
        return
    where = "%s(%s)" % (name, ", ".join(([own] if own else []) + list(texts) +
                                       ["%s=%s" % one for one in named.items()]))
    everything = ([subject] if own else []) + given + list(words.values())
    plain = all(isinstance(one, (int, float, bool, complex, np.generic))
                for one in everything)
    allowed = {one.partition("[")[0]
               for one in kinds(returned(entry, given, named, subject, plain))}
    alias = {"self": subject}
    alias.update(("arg%d" % place, one) for place, one in enumerate(given))
    known = any(word in alias and (result is alias[word] or parts_of(result))
                for word in allowed)
    if kind_of(result) not in allowed and not known and "any" not in allowed and \
            not ("data" in allowed):
        yield where + ": gives a %s, not %s" % (kind_of(result), sorted(allowed))
    mutated = entry.get("mutates", [])
    text = entry["returns"]
    for word, one in alias.items():
        if word in text or not isinstance(one, np.ndarray):
            continue
        if any(np.shares_memory(part, one) for part in parts_of(result)):
            yield where + ": gives what shares memory with " + word
    for place, (one, copy) in enumerate(zip(given, copies)):
        if "arg%d" % place not in mutated and repr(one) != repr(copy):
            yield where + ": changes arg%d" % place
    if own and "self" not in mutated and isinstance(before, (np.ndarray, np.generic)) \
            and repr(subject) != repr(before):
        yield where + ": changes it"
    effects = entry.get("effects", [])
    if caught and "warnings" not in effects:
        yield where + ": warns: %s" % caught[0].message
    if np.random.get_state()[1].tolist() != state and "random" not in effects:
        yield where + ": draws from the generator that all share"


def fits(text, required, short):
    """Roughly: what is told apart is what the samples can be."""
    value = eval(text)
    for _ in range(8):
        for word, meaning in short.items():
            required = required.replace(word, meaning)
    if value is float or value is int:
        return "class(%s)" % value.__name__ in required
    kind = kind_of(value)
    if kind in ("list", "tuple") and any(isinstance(one, (list, tuple)) for one in value):
        # NumPy before 1.24 makes an array of lists of uneven ones.
        return any(one.startswith(kind + "[") and "[" in one[len(kind) + 1:]
                   for one in kinds(required))
    words = {"array": "numpy.ndarray", "number": "numpy.generic"}
    return words.get(kind, kind) in required


def choices_of(lists, dice, most):
    """All, or some of very many."""
    size = 1
    for one in lists:
        size *= len(one)
    if size <= most:
        return itertools.product(*lists)
    return (tuple(map(dice.choice, lists)) for _ in range(most))


def calls_of(entry, short, dice, most_calls):
    most = min(entry.get("max_args", 1), 3)
    algebra = "linear-algebra" in entry.get("effects", [])
    samples = SAMPLES + 4 * SQUARE + 4 * EQUATIONS + 2 * TEXTS if algebra else SAMPLES
    for count in range(most + 1):
        choices = []
        for place in range(count):
            required = entry.get("requires", {}).get("arg%d" % place)
            choices.append([text for text in samples
                            if required is None or fits(text, required, short)])
        for texts in choices_of(choices, dice, most_calls):
            yield texts, {}
            for keyword in entry.get("keywords", []):
                if count == 1:
                    for text in KEYWORDS.get(keyword, []):
                        yield texts, {keyword: text}


def sends(array):
    """What the generated code asks (rewrite/redone.cc)."""
    return (type(array) is np.ndarray and array.flags.behaved and array.flags.forc
            and array.dtype.isnative and array.dtype.char in "?bhilBHILefdgFDG")


def copies_differ():
    cube = np.arange(1000.0).reshape(5, 20, 10) / 7
    arrays = [cube, cube.T, cube.transpose(1, 0, 2), cube[:, ::2], cube[0], cube[:0],
              cube[:, :1], np.asfortranarray(cube[0]), np.array(2.5), np.matrix([[1.0]]),
              np.broadcast_to(cube[0, 0], (4, 10)), np.array([10**30]), cube.astype(">f8"),
              np.array(["a"]), np.ma.array([1.0]), cube.astype("q"), cube.astype("Q"),
              np.zeros(3, "f8,i4"), np.zeros(3, "M8[s]"), np.sqrt(cube.transpose(1, 0, 2))]
    arrays += [cube.astype(letter) for letter in "?bhilBHILefdgFDG"]
    frozen = cube.copy()
    frozen.setflags(write=False)
    for array in arrays + [frozen]:
        for protocol in range(4, pickle.HIGHEST_PROTOCOL + 1):
            copy = pickle.loads(pickle.dumps(array, protocol))
            alike = (type(copy) is type(array) and copy.dtype.str == array.dtype.str
                     and copy.dtype.char == array.dtype.char and copy.shape == array.shape
                     and (copy.strides == array.strides or 1 in copy.shape or 0 in copy.shape)
                     and copy.flags.writeable == array.flags.writeable
                     and copy.tobytes(order="A") == array.tobytes(order="A"))
            if sends(array) and not alike:
                yield "a copy (%d) is not like %r" % (protocol, array)
    if not all(sends(one) for one in (cube, cube.T, np.array(2.5), cube.astype("l"))):
        yield "plain arrays are not sent"


def addresses_tell():
    values = np.random.RandomState(3).normal(size=3001)
    asked = [np.sum, np.prod, np.max, np.min, np.mean, np.std, np.cumsum, np.sqrt, np.exp,
             np.sin, np.median, np.argsort, np.diff, np.square]
    for letter in "fdF":
        for ask in asked:
            seen = set()
            for start in range(0, 64, 16):
                memory = np.zeros(3001 * 16 + 128, np.uint8)
                start += -memory.ctypes.data % 64
                array = memory[start:start + 3001 * np.dtype(letter).itemsize].view(letter)
                array[:] = values
                seen.add(np.asarray(ask(array)).tobytes())
            if len(seen) > 1:
                yield "%s of %s depends on where it lies" % (ask.__name__, letter)


def main(folder, most=MOST):
    dice = random.Random(1)
    faults, calls = {*copies_differ(), *addresses_tell()}, 0
    for file in sorted(os.listdir(folder)):
        if not file.startswith("numpy"):
            continue
        with open(os.path.join(folder, file)) as text:
            table = json.load(text)
        module = np
        for part in table["module"].split(".")[1:]:
            module = getattr(module, part)
        short = table.get("abbreviations", {})
        entries = [(name, getattr(module, name, None), entry, [None])
                   for name, entry in table["functions"].items()]
        for name, entry in table["types"].items():
            raised = entry.get("like") == "builtins.Exception"
            if "construct" in entry and name not in SELVES and not raised:
                entries.append((name, getattr(module, name), entry["construct"], [None]))
            for method, one in entry.get("methods", {}).items():
                def call(subject, *given, method=method, **named):
                    return getattr(subject, method)(*given, **named)
                entries.append((name + "." + method, call, one, SELVES[name]))
        for name, call, entry, selves in entries:
            if call is None:
                continue  # this NumPy does not have it
            for own in selves:
                for texts, named in calls_of(entry, short, dice, most):
                    calls += 1
                    faults.update(faults_of(name, call, entry, texts, named, own))
    for fault in sorted(faults):
        print(fault)
    print("%d calls, %d faults" % (calls, len(faults)))
    return 1 if faults or calls < 1000 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
