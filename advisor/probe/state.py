# SPDX-License-Identifier: Apache-2.0
"""What a piece of work may not change."""

import os
import sys
import types

from ppp_probe.digest import Digest, fields_of


FIELD = "|"  # between a variable and an attribute of what it holds


class State:
    """What a piece of work may not change: all that the variables of the loop
    and of the modules reach, and state of the process. Not the standard
    library's own.
    """

    OBJECTS = 30000  # looked at in one snapshot
    OF_ROOT = 5000

    def __init__(self, probe, frame):
        self.probe = probe
        self.frames = [frame]
        if frame.f_code.co_name in ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"):
            self.frames.append(frame.f_back)
        self.roots = {}
        self.added = set()  # addresses of the dictionaries of names
        self.older = set()  # addresses of what a snapshot has met
        for one in self.frames:
            if one is not None and one.f_locals is not one.f_globals:
                self.add(one.f_locals, "")
        self.add(frame.f_globals, "")
        installed = []
        for name, module in list(sys.modules.items()):
            module_type = issubclass(type(module), types.ModuleType)
            path = module_type and module.__dict__.get("__file__")
            if not path:
                continue
            if os.path.abspath(path) in probe.project:
                self.add(module.__dict__, name + ".")
            elif probe.is_followed(path):
                installed.append((module.__dict__, name + "."))
        for names, prefix in installed:
            self.add(names, prefix)

    def add(self, names, prefix):
        if id(names) in self.added:
            return  # __main__ is the loop's module
        self.added.add(id(names))
        for name, value in list(names.items()):
            private = name.startswith((".", "__"))  # .0: what is iterated over
            if not private and not issubclass(type(value), types.ModuleType):
                self.roots.setdefault(prefix + name, (names, name))

    def refresh(self):
        """Brings the dictionaries of local names up to date."""
        for frame in self.frames:
            if frame is not None:
                frame.f_locals  # before 3.13, asking does it

    def value(self, root):
        names, name = self.roots[root]
        return names.get(name)

    def digest(self, value):
        return Digest(self.probe.is_own, self.OF_ROOT, deep=True).of(value)

    def snapshot(self, skipped=(), fields=False):
        """A digest for every root; with `fields` also for an instance's."""
        self.refresh()
        found = outer_state()
        left = self.OBJECTS
        for root in self.roots:
            if root in skipped or left <= 0:
                continue
            value = self.value(root)
            digest = Digest(self.probe.is_own, min(left, self.OF_ROOT), deep=True)
            found[root] = digest.of(value)
            self.older.update(digest.seen)
            left -= len(digest.seen) + 1
            if fields and self.probe.is_own(type(value)):
                for name, part in list(fields_of(value).items()):
                    found[root + FIELD + name] = self.digest(part)
        return found


def outer_state():
    """State that is no object of the program, by what to call it."""
    found = {"os.environ": repr(sorted(os.environ.items()))}
    try:
        found["the working directory"] = os.getcwd()
    except OSError:
        pass
    random = sys.modules.get("random")
    if hasattr(random, "getstate"):
        found["the generator of `random`"] = hash(random.getstate())
    numbers = sys.modules.get("numpy.random")
    if hasattr(numbers, "get_state"):
        kind, keys, *rest = numbers.get_state()
        found["the generator of `numpy.random`"] = hash((keys.tobytes(), *rest))
    for fd, (path, offset) in offsets().items():
        if fd > 2 or fd == 0:
            found["the position in " + path] = offset
    return found


def offsets():
    """Where the regular files stand that are open: children share it."""
    found = {}
    for word in os.listdir("/proc/self/fd"):
        try:
            path = os.readlink("/proc/self/fd/" + word)
            if path.startswith("/"):
                found[int(word)] = (path, os.lseek(int(word), 0, os.SEEK_CUR))
        except OSError:
            pass  # closed meanwhile, a pipe, a terminal
    return found


FILES_NEARBY = 5000  # looked at, at most


def files_nearby():
    """What stands below the working directory, by path, so that changes show.
    Compiled modules are left out: no check compares them."""
    found = {}
    for folder, folders, names in os.walk("."):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names + folders:
            if len(found) >= FILES_NEARBY:
                return found
            path = os.path.join(folder, name)
            try:
                state = os.lstat(path)
            except OSError:
                continue  # gone meanwhile
            found[path] = (state.st_ino, state.st_mode)
            if name not in folders:
                found[path] += (state.st_size, state.st_mtime_ns)
    return found


def changed_files(before, after):
    """Paths that are not as they were, or not there any more."""
    return sorted(
        os.path.normpath(path)
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    )
