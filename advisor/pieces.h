// SPDX-License-Identifier: Apache-2.0
// The pieces of a loop's body that could be work, and what the names that they
// bind mean for the rest of the program.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/interpreter.h"
#include "advisor/isolation.h"
#include "advisor/loop_shape.h"
#include "advisor/plan.h"
#include "profiler/profile.h"

namespace ppp::advisor {

/// What to ask about a loop that refuse_form() lets pass. `source_apart`: the
/// effects of its source are to be a part of their own.
Question question_of(const Loop& loop, bool source_apart);

/// One loop on trial, and what was found out about the program for it.
struct Trial {
  /// `interpreter` has run and is asked about the loop.
  Trial(const Project& project, const Loop& loop,
        const profiler::Profile* profile, const Interpreter& interpreter);

  const Project& project;
  const Loop& loop;
  const profiler::Profile* profile;  ///< null: every call weighs the same
  LoopShape shape;
  const Interpreter& interpreter;
  std::vector<Node> parts;  ///< whose effects are kept apart
  Names target;             ///< bound by the loop

  bool source_apart() const {
    return bool(interpreter.question().source_apart);
  }
  /// What an iteration is given.
  Value items() const;
  /// The same as the function, which walks through the sources, but asked once.
  bool live_after(std::string_view name) const;

 private:
  mutable std::map<std::string, bool, std::less<>> live_;
};

/// name_use() of statements of the loop or of a function that it calls.
NameUse use_of(const Trial& trial, const std::vector<Node>& nodes);

/// What a `with` enters, `manager`, lets exceptions pass.
bool passes_exceptions(const Interpreter& interpreter, Node manager);

/// Every `with` around the loop, in its function, does.
bool managers_pass(const Trial& trial);

/// The objects for one thread at a time that it uses: a cursor.
Value used_in(const Trial& trial, Node node);

std::vector<Piece> find_pieces(const Trial& trial);

/// Of all that could be work.
double loop_weight(const Trial& trial);

/// Names that the piece binds and others read must be bound in every
/// iteration, and by nobody else in the loop.
std::vector<Reason> binding_conflicts(const Trial& trial, const Piece& piece);

/// Names of the prelude are read elsewhere, or something stands between it and
/// the expression.
bool prelude_stays(const Trial& trial, const Piece& piece);

/// Below `scope` something deletes `name`, or unbinds it in another way.
bool may_be_unbound_again(Node scope, std::string_view name);

/// Reading `name` where the loop starts cannot fail: it is a builtin, a
/// parameter, or certainly bound by then; of another scope only a module's.
bool bound_before(const Trial& trial, std::string_view name);

/// In the rest of the loop, or later (`live_after`).
bool read_elsewhere(const Trial& trial, std::string_view name,
                    const Piece& piece);

}  // namespace ppp::advisor
