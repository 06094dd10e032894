// SPDX-License-Identifier: Apache-2.0
// Whether a piece of a loop's body may run ahead of and beside everything else
// in the loop.

#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "advisor/definite.h"
#include "advisor/interpreter.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// A condition of the loop's body, and how it must come out.
struct GuardNode {
  Node condition;
  bool wanted = false;
};

/// A run of statements of the body, or one expression, perhaps with earlier
/// statements that it needs.
struct Piece {
  std::vector<Node> nodes;  ///< in source order; an expression stands last
  bool expression = false;
  /// How many of `nodes` come first and are only needed for what follows.
  std::size_t prelude = 0;
  /// Those of them that say whether an iteration comes to the rest at all: the
  /// whole prelude then stays in the loop, too.
  std::vector<GuardNode> guards;
  /// With guards: nothing else stands before it in an iteration.
  bool comes_first = false;
  /// What the guards read may be older than what the loop knows: they only say
  /// what is worth beginning.
  bool stale_guards = false;
  double weight = 0;
  NameUse use;
  /// Names that the piece only adds to, and the nodes that do: these belong to
  /// the rest of the loop, what they add to the piece.
  std::vector<Accumulator> accumulators;
  std::vector<Node> additions;

  /// `continue` in it may skip the rest of the piece, which ends the body.
  bool skips = false;
  /// What it prints could be kept and come out in order.
  bool may_print = false;
  /// The same of what it writes to stderr.
  bool may_print_errors = false;
  /// Where it warns, the loop could do it again.
  bool may_warn = false;
  /// What it tells loggers, in a thread, could be kept until a result is taken.
  bool may_log = false;
  /// The expression gives a function: calling that with an item is the work.
  bool applies = false;
  /// It is what a `try` in the body begins with.
  bool caught = false;

  bool covers(Node node) const;
  Node tail() const { return nodes.back(); }
  bool has_prelude() const { return prelude > 0; }
  /// Without the prelude.
  std::span<const Node> proper() const {
    return std::span(nodes).subspan(prelude);
  }
};

/// The effects of a piece and of the rest of the loop, and what they mean for
/// each other.
class Isolation {
 public:
  /// `interpreter` has run on `loop` with `parts`. `target` are the names that
  /// the loop binds.
  Isolation(const Interpreter& interpreter, const SourceFile& source,
            const std::vector<Node>& parts, const Piece& piece,
            const Names& target);

  /// The piece calls print() without `file`, or writes to sys.stderr.
  bool prints() const {
    return work_.contains({Effect::Kind::kOutside, -1, "print"}) ||
           prints_errors();
  }
  bool prints_errors() const {
    return work_.contains({Effect::Kind::kOutside, -1, "print-error"});
  }

  /// The piece may warn: once for each place, whichever item comes there first.
  bool warns() const {
    return work_.contains({Effect::Kind::kOutside, -1, "warnings"});
  }

  /// The piece may be done once more where it has failed: it prints nothing,
  /// and reads nothing outside the program but the environment.
  bool repeatable() const;
  /// The same, but it may read files: those that are regular give the same
  /// again.
  bool repeatable_with_files() const;
  bool reads_files() const {
    return work_.contains({Effect::Kind::kOutside, -1, "file-read"});
  }

  /// The piece tells loggers of `logging` something.
  bool logs() const { return work_.find_outside("log-record") != work_.end(); }

  /// Why the piece may not be work. Empty: its iterations are independent of
  /// each other and of the rest of the loop.
  /// `own`: objects for one thread at a time that are judged elsewhere.
  std::vector<Reason> conflicts(const Value& own = {}) const;
  /// Made in this iteration and reachable from nothing older.
  bool is_private(ObjectId id) const;
  const Effects& work() const { return work_; }
  const Effects& rest() const { return rest_; }
  /// The first write of the rest of the loop to one of `objects`.
  std::optional<Reason> rest_writes_to(const Value& objects,
                                       const Name& field) const;
  /// The first effect of the loop that may add or remove files.
  std::optional<Reason> changes_files() const;
  /// The variable that holds it, the loop's own first; "": none does.
  std::string variable_of(ObjectId id) const;
  /// "`seen`" where a variable holds it, else "the list made on line 4".
  std::string describe(ObjectId id) const;

 private:
  void check_memoized(std::vector<Reason>& reasons) const;
  bool asks_over_each() const;
  bool sends_requests() const;
  bool between_items(const Effect& pause, const Place& place) const;
  bool talks_apart() const;
  void check_outside(std::vector<Reason>& reasons) const;
  void check_names(std::vector<Reason>& reasons) const;
  void check_fields(std::vector<Reason>& reasons) const;
  Reason changes_shared(ObjectId id, const Place& place) const;
  void check_uses(const Value& own, std::vector<Reason>& reasons) const;
  void check_inside(std::vector<Reason>& reasons) const;
  void check_rest(std::vector<Reason>& reasons) const;
  Value older_objects(const std::vector<Node>& parts);
  Value value_read(const Effect& read, std::span<const Node> places) const;
  bool add_closures(const Value& objects, Value& roots);
  bool is_private_scope(const Effect& access) const;
  /// Only guards that may know too little read it.
  bool may_be_stale(const Effect& read) const {
    return piece_.stale_guards && !firm_.contains(read);
  }

  const Interpreter& interpreter_;
  const SourceFile& source_;
  const Piece& piece_;
  const Names& target_;
  Effects work_;
  Effects callees_;
  Effects firm_;  // of the work without its guards
  Effects rest_;
  Value older_;
  std::set<int> older_scopes_;  // of functions made in an iteration before
};

}  // namespace ppp::advisor
