// SPDX-License-Identifier: Apache-2.0
// Which Python a file or a process is, and where its state lies.

#pragma once

#include <optional>
#include <string>

#include "profiler/cpython/offsets.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler::cpython {

/// What a program file is.
struct Identity {
  enum class Kind {
    kCPython,      ///< a version that we know
    kTooOld,       ///< CPython before 3.8
    kTooNew,       ///< CPython after 3.14
    kOtherPython,  ///< PyPy
    kScript,       ///< begins with #!: its interpreter will exec something
    kOther,        ///< any other program
    kMissing,      ///< cannot be read
  };
  Kind kind = Kind::kOther;
  int minor = 0;        ///< of CPython 3.x
  std::string version;  ///< "3.11.7", "3.7", "PyPy"; as much as is known

  bool operator==(const Identity&) const = default;
};

/// Reads the file; runs nothing.
Identity identify_program(const std::string& path);

/// A running CPython.
struct Interpreter {
  Address runtime = 0;  ///< _PyRuntime
  Offsets offsets;
  std::string version;  ///< "3.11.7"
};

/// The interpreter that is loaded in `pid`, which `identity` says its
/// executable is, but for its lock. nullopt: not (yet) loaded, or gone.
std::optional<Interpreter> locate_interpreter(int pid, const Identity& identity,
                                              RemoteMemory& memory);

/// Whether it has a thread yet. Cheap.
bool is_initialised(const Interpreter& interpreter, RemoteMemory& memory);

/// The interpreter's lock; 0: not made yet, or not found.
Address find_gil(const Interpreter& interpreter, RemoteMemory& memory);

}  // namespace ppp::profiler::cpython
