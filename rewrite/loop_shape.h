// SPDX-License-Identifier: Apache-2.0
// The syntax of a candidate's loop, as the pool transforms need it, and the
// questions about names that decide between their forms.

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "advisor/item_call.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Of advisor::Work.
struct Guard {
  advisor::Node condition;
  bool wanted = false;
};

/// Nodes borrow from the Request's source.
struct LoopShape {
  advisor::Node loop;          ///< a statement, a comprehension or an item call
  bool comprehension = false;  ///< or an item call: an expression
  /// The call that runs the work for every item: the loop, or in its head.
  std::optional<advisor::ItemCall> applied;
  /// What makes a call of `expression`, if that is a function: "(item)".
  std::string call_suffix;
  advisor::Node target;    ///< of the first clause; null for a while loop
  advisor::Node iterable;  ///< the same
  std::vector<std::string> targets;  ///< names bound by all clauses
  /// The statement that a `with` is put around: the loop, or the simple
  /// statement that holds the comprehension.
  advisor::Node statement;
  /// `statement` is an if or for statement with an item call in its head, which
  /// must be taken out of there.
  bool in_head = false;
  advisor::Node scope;  ///< function_definition or module
  advisor::Node top;    ///< the module's statement that holds all this
  /// Comprehension: all of its for and if clauses but the work's condition.
  std::vector<advisor::Node> clauses;
  advisor::Node expression;               ///< the work, or null
  std::vector<advisor::Node> statements;  ///< the work, or empty
  /// Statements that the work needs and that it runs first.
  std::vector<advisor::Node> prelude;
  /// Conditions without which a worker does nothing for an item, among them in
  /// source order; all of that then stays in the loop, too.
  std::vector<Guard> guards;
  bool prelude_leaves = false;  ///< they are not needed in the loop any more
  /// The whole work in bytes, without the prelude.
  ByteRange work;
  /// No `with` around the loop, in its function, ends an exception.
  bool managers_pass = false;

  /// Every piece of the work, in order.
  std::vector<advisor::Node> work_nodes() const;
  /// `node` belongs to what leaves the loop.
  bool leaves(advisor::Node node) const;
  /// The statement of the loop's body in which an iteration begins with what a
  /// worker does.
  advisor::Node begin() const;
};

/// A Reason when no pool form exists for this syntax.
std::variant<LoopShape, advisor::Reason> shape_of(const Request& request);

/// The same for the calls of a sequence: `loop`, `statement` and `expression`
/// are those of the first.
std::variant<LoopShape, advisor::Reason> sequence_shape(const Request& request);

/// It holds `await`, `async with` or the like; functions that it defines do not
/// count.
bool contains_await(advisor::Node root);

/// Why a pool, which blocks the event loop as the loop itself does, cannot take
/// its place where that stands in a coroutine.
std::optional<advisor::Reason> refuse_coroutine(const Request& request,
                                                const LoopShape& shape,
                                                bool processes);

/// `name` is read or written below `root`, outside `except`. Attributes, names
/// of keyword arguments and inner scopes with a variable of that name left out.
bool mentions(advisor::Node root, const std::string& name,
              const std::vector<ByteRange>& except);

/// `name` means something of the program's own where the loop stands.
bool rebound(const LoopShape& shape, const std::string& name);

/// The builtin that `call` calls by its name, arguments in parentheses; ""
/// where the program has something of its own by that name.
std::string_view builtin_call(const LoopShape& shape, advisor::Node call);

/// Below `scope`, inner functions left out, `name` is bound as its own variable
/// (not declared global or nonlocal).
bool binds(advisor::Node scope, const std::string& name);

/// Somebody may look at a target name of the loop after the work of its item
/// is taken: the loop itself, the code behind it, or a handler.
bool target_observed(const Request& request, const LoopShape& shape,
                     const std::string& name);

/// Somebody may look at it when an exception has ended the loop, or meanwhile:
/// it must have been set before the work of its item is taken.
bool target_watched(const Request& request, const LoopShape& shape,
                    const std::string& name);

/// The loop stands in the script itself, not in a function: a variable that its
/// text names nowhere else is seen by nobody, whatever may look at a module's
/// variables.
bool is_script(const Request& request, const LoopShape& shape);

/// A `try` of the same scope, or a `with` that may act as one, is around the
/// loop: what an exception leaves behind can be seen.
bool inside_try(const LoopShape& shape);

/// If the work of one item raises, nobody can tell whether the items before it
/// were committed: then a chunk of items may fail as a whole.
bool failure_hidden(const LoopShape& shape);

/// The names that the statements assign.
std::vector<std::string> assigned_in(
    const std::vector<advisor::Node>& statements);

/// Why the statements that leave cannot: somebody may see which of them were
/// run when an item has failed half way.
std::optional<advisor::Reason> partly_run(const Request& request,
                                          const LoopShape& shape);

/// Why the work may not add to variables of its own first: if it raises, what
/// it had added before is lost, and somebody could look at that.
std::optional<advisor::Reason> partial_result_seen(const Request& request,
                                                   const LoopShape& shape);

}  // namespace ppp::rewrite
