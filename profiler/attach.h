// SPDX-License-Identifier: Apache-2.0
// From a started child to a Python that can be sampled. The child may exec
// several times on the way there (pyenv's shims are shell scripts).

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/process.h"
#include "base/result.h"
#include "profiler/cpython/interpreter.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler {

/// The path of argv[0] as the child will look it up; empty when there is none.
std::string find_program(const Command& command);

/// Before the start: refuses a program that is known not to be a supported
/// CPython. A script passes: what it will exec is not known yet.
Status check_program(const Command& command);

/// Why `identity` cannot be profiled, or success.
Status check_identity(const cpython::Identity& identity,
                      const std::string& name);

struct Attached {
  std::string executable;
  cpython::Interpreter interpreter;
};

/// Watches one process until it is a Python with an initialised runtime.
class Attacher {
 public:
  Attacher(int pid, RemoteMemory& memory, std::string name);

  /// One look. nullopt: not yet. Fails when it has become something that is
  /// never going to be profiled.
  Result<std::optional<Attached>> try_attach();

  /// Whether it has been a supported Python at some time.
  bool seen_python() const { return seen_python_; }
  /// After it could not be read for a while: look for it from the start.
  void forget();

 private:
  int pid_;
  RemoteMemory& memory_;
  std::string name_;
  std::string executable_;  // the last one looked at
  cpython::Identity identity_;
  std::optional<cpython::Interpreter> located_;
  bool seen_python_ = false;
};

}  // namespace ppp::profiler
