// SPDX-License-Identifier: Apache-2.0
// The function that a pool calls for every item: one that is there, or the
// loop's work moved into a new one.

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rewrite/loop_shape.h"
#include "rewrite/start_method.h"

namespace ppp::rewrite {

/// How the items reach the function: one parameter per iterable.
struct Parameters {
  std::vector<std::string> names;
  std::string unpack;  ///< "a, (b, c) = item": the body's first line, or ""
  /// Workers get the place of an item in the variable `holder`, which they have
  /// by being forked, instead of the item; or "".
  std::string holder;
  std::string place;  ///< the parameter for it
};

struct Worker {
  std::string function;  ///< expression for map()'s first argument
  /// map()'s iterables: an index into Parameters::names, or a name to repeat.
  struct Column {
    int parameter = -1;
    std::string repeated;
  };
  std::vector<Column> columns;
  /// Module-level definitions: lifted functions, the initializer, the worker.
  std::vector<std::string> definitions;
  /// Module-level definitions with a place of their own.
  std::vector<Definition> placed;
  std::string nested;  ///< a definition to stand right before the loop, or ""
  /// Local functions that moved away; what functions of the module read.
  std::vector<Edit> edits;
  /// What a worker begins with, and its arguments, when something is sent or
  /// made once per worker; else empty.
  std::string initializer;
  std::vector<std::string> shared;
  /// Parameters::holder as the worker knows it; or "".
  std::string holder;
  /// Of work behind guards that read what the loop changes: a function that
  /// says whether an item seems to come to it; else "".
  std::string wanted;
  /// Of work that logs: what keeps that until the loop comes to it, and the
  /// definitions that make it, the same for all loops of the module.
  std::string kept;
  std::vector<Definition> helpers;
  /// The contextlib.ExitStack that closes what threads have made, or "".
  std::string stack;
};

/// For another process: found by its name, everything else sent to it. One that
/// imports the script again also gets an initializer that it can find.
std::variant<Worker, advisor::Reason> process_worker(
    const Request& request, const LoopShape& shape,
    const Parameters& parameters, const Start& start);

/// The initializer for workers that import the script again and run functions
/// which they find by name: gives the variables `sent` their values.
void add_initializer(const Request& request, const LoopShape& shape,
                     const std::vector<std::string>& sent, Worker& worker);

/// For a thread: sees the variables around the loop.
std::variant<Worker, advisor::Reason> thread_worker(
    const Request& request, const LoopShape& shape,
    const Parameters& parameters);

/// For a task of the event loop: a coroutine function that sees the variables
/// around the loop, takes the names that the work needs of an item, and waits
/// for the semaphore `limit`.
std::variant<Worker, advisor::Reason> task_worker(const Request& request,
                                                  const LoopShape& shape,
                                                  const Parameters& parameters,
                                                  const std::string& limit);

/// Syntax in the work that means something else in a function of its own.
/// `awaits`: that is a coroutine's.
std::optional<advisor::Reason> cannot_move(const Request& request,
                                           const LoopShape& shape,
                                           bool awaits = false);

/// A good name for what the work gives: "factor" for compute_factor(n).
std::string result_name(const Request& request, const LoopShape& shape);

/// The statement that adds to `accumulator` what one item gave for it, `part`.
/// Its lines begin with `before`, a newline and the indentation; `unit` is that
/// of a block in it.
std::string addition(const Request& request,
                     const advisor::Accumulator& accumulator,
                     const std::string& part, const std::string& before,
                     const std::string& unit);

}  // namespace ppp::rewrite
