// SPDX-License-Identifier: Apache-2.0
#include "rewrite/pool_writer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rewrite/guards.h"
#include "rewrite/layout.h"
#include "rewrite/pool_text.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;

/// Collects one rewrite's text. All names are chosen.
class PoolWriter {
 public:
  PoolWriter(const Request& request, const LoopShape& shape,
             const PoolPlan& plan, const PoolKind& kind, PoolParts parts)
      : request_(request),
        shape_(shape),
        plan_(plan),
        source_(parts.source),
        again_(std::move(parts.again)),
        text_(request, shape, kind, std::move(parts.source),
              std::move(parts.worker), plan.chunked, plan.ahead, plan.bounded),
        indent_(text_.indent()),
        unit_(text_.unit()),
        newline_(text_.newline()) {}

  Rewrite write();

 private:
  std::string mapped() { return text_.mapped(); }
  /// As the loop that stays iterates over it.
  std::string given(const std::string& results) {
    return shape_.comprehension ? text_.until_failure(results) : results;
  }
  void write_extend();
  void write_values();
  void write_head();
  struct Released {
    std::string taken;  ///< the targets for what the worker gives
    std::string code;   ///< prints, raises or does it again, binds the results
  };
  bool releases() const {
    const advisor::Work& work = request_.candidate.work;
    return work.prints || plan_.redoes || work.caught;
  }
  Released release(const std::string& names, const std::string& gap);
  Released redo(const std::string& names, const std::string& gap);
  void redo_in_place();
  void release_first();
  void release_caught();
  std::string release_statements();
  std::string gap_at(Node statement) const;
  std::string next_for_statements(const std::string& next);
  std::string next_for_expression(const std::string& next);
  void write_next();
  void replace_while_head(const std::string& head);
  std::string loop_head();
  std::string value_of_expression();
  std::string unused();
  void remove_with_prelude(Node statement);
  void remove_statements(std::span<const Node> gone);
  void remove_lines(ByteRange range);
  std::string value_behind_guards();
  void write_next_before_guards(const std::string& next);
  void write_next_before_try(const std::string& next);
  void write_next_in_place(const std::string& next);
  void replace_statements();
  void replace(ByteRange range, std::string text) {
    replaced_.push_back({range, std::move(text)});
  }
  std::string joined_results();
  std::string additions(const std::string& before) const;
  std::string wrapped(const std::string& before, const std::string& call) const;

  const Request& request_;
  const LoopShape& shape_;
  const PoolPlan& plan_;
  PoolSource source_;
  std::string again_;
  PoolText text_;
  std::string indent_, unit_, newline_, results_, value_;
  bool unused_ = false;             ///< the name of the results is for nobody
  bool ours_ = false;               ///< it is no variable of the program's
  std::vector<std::string> parts_;  ///< names for what is added, by accumulator
  std::vector<Edit> replaced_;
};

/// Names for what the worker returns: its results, then a part for each
/// accumulator.
std::string PoolWriter::joined_results() {
  std::vector<std::string> names = request_.candidate.work.results;
  for (const auto& accumulator : request_.candidate.work.accumulators) {
    parts_.push_back(request_.names.local({accumulator.name + "_part"}));
    names.push_back(parts_.back());
  }
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// "total += total_part", each behind `before`.
std::string PoolWriter::additions(const std::string& before) const {
  const auto& accumulators = request_.candidate.work.accumulators;
  std::string text;
  for (std::size_t i = 0; i < accumulators.size(); ++i) {
    text += addition(request_, accumulators[i], parts_[i], before, unit_);
  }
  return text;
}

/// `call` as it stands behind `before`; too long for the line, it is broken
/// behind its parenthesis.
std::string PoolWriter::wrapped(const std::string& before,
                                const std::string& call) const {
  const std::string step = text_.holds(results_) ? unit_ : "";
  std::string inner = indent_ + step;
  std::size_t column = inner.size();
  if (shape_.comprehension) {
    Node begin =
        plan_.form == Form::kHead ? shape_.clauses.front() : shape_.loop;
    column = begin.column() + unit_.size();
    inner = indent_of(request_.source, begin.range().begin) + step;
  }
  return text_.broken(call, column + before.size(), inner);
}

void PoolWriter::write_extend() {
  std::string list = request_.candidate.appends_to;
  replace(shape_.loop.range(),
          list + wrapped(list, ".extend(" + mapped() + ")"));
}

void PoolWriter::write_values() {
  std::string text = mapped();
  Node loop = shape_.loop;
  const bool in_lists =
      request_.candidate.in_slices || request_.candidate.in_rows;
  if (plan_.form == Form::kDict) {
    text = "zip(" + source_.around + ", " + text + ")";
  }
  text = text_.until_failure(text);
  if (plan_.form == Form::kDict) {
    text = "dict(" + text + ")";
  } else if (loop.is("list_comprehension") &&
             !(loop.parent().is("for_in_clause") && in_lists)) {
    text = "list(" + text + ")";
  } else if (loop.is("set_comprehension")) {
    text = "set(" + text + ")";
  } else if (loop.parent().is("call")) {
    text = "(" + text + ")";  // the parentheses are the call's own
  }
  bool bare = text.front() == '(';
  replace(loop.range(), bare ? text : wrapped("", text));
}

/// "x, value in zip(xs, pool.map(f, xs))"
std::string PoolWriter::loop_head() {
  // A generator's last steps must not be run by what drops it: an interrupt
  // would be lost there.
  const bool named = plan_.ahead && !shape_.comprehension;
  if (named) results_ = request_.names.local({"results", "outcomes"});
  const std::string values = named ? results_ : mapped();
  if (!plan_.keep_target) {
    return value_ + " in " + wrapped("for " + value_ + " in ", given(values));
  }
  bool several = value_.find(',') != std::string::npos;
  std::string value = several ? "(" + value_ + ")" : value_;
  std::string head = source_.targets + ", " + value + " in ";
  return head + wrapped("for " + head,
                        given("zip(" + source_.around + ", " + values + ")"));
}

/// Names the result of an expression; a statement that only stores it is
/// dropped, its target is the loop's now.
std::string PoolWriter::value_of_expression() {
  if (!shape_.guards.empty()) return value_behind_guards();
  Node expression = shape_.expression;
  Node parent = expression.parent();
  std::span<const Node> body = shape_.loop.field("body").children();
  std::size_t gone = shape_.prelude_leaves ? shape_.prelude.size() : 0;
  auto own_line = [&](Node statement) {
    ByteRange range = statement.range();
    ByteRange lines = whole_lines(request_.source, range, false);
    return !shape_.comprehension && body.size() > gone &&
           statement == body[gone] &&
           begins_line(request_.source, range.begin) && lines.end == range.end;
  };
  if (parent.is("expression_statement") && !shape_.comprehension) {
    if (own_line(parent))
      remove_with_prelude(parent);
    else
      replace(shape_.work, "pass");
    return unused();
  }
  bool stored = parent.is("assignment") &&
                parent.field("right") == expression && !parent.field("type") &&
                own_line(parent.parent());
  if (stored) {
    std::vector<std::string> names = target_names(parent.field("left"));
    Node left = parent.field("left");
    bool plain = left.is("identifier") || left.is("pattern_list");
    std::string text(left.text());
    plain &= text.find_first_of("[.*\n(") == std::string::npos;
    for (const std::string& name : names) {
      plain &= std::find(shape_.targets.begin(), shape_.targets.end(), name) ==
               shape_.targets.end();
    }
    if (plain) {
      remove_with_prelude(parent.parent());
      return text;
    }
  }
  std::string name = request_.candidate.work_is_condition
                         ? request_.names.local({"keep", "result"})
                         : result_name(request_, shape_);
  if (shape_.prelude_leaves) remove_statements(shape_.prelude);
  replace(shape_.work, name);
  ours_ = true;
  return name;
}

/// The same where the value is there before the loop comes to its statement.
std::string PoolWriter::value_behind_guards() {
  const Node parent = shape_.expression.parent();
  const Node statement = parent.is("assignment") ? parent.parent() : parent;
  const ByteRange range = statement.range();
  const bool removable =
      statement.parent().children().size() > 1 &&
      begins_line(request_.source, range.begin) &&
      whole_lines(request_.source, range, false).end == range.end;
  if (parent.is("expression_statement")) {
    if (removable) {
      remove_lines(range);
    } else {
      replace(range, "pass");
    }
    return unused();
  }
  const bool stored = removable && parent.is("assignment") &&
                      statement.is("expression_statement") &&
                      !parent.field("type");
  if (stored && may_be_set_early(request_, shape_, parent.field("left"))) {
    remove_lines(range);
    return std::string(parent.field("left").text());
  }
  const std::string name = result_name(request_, shape_);
  replace(shape_.work, name);
  ours_ = true;
  return name;
}

std::string PoolWriter::unused() {
  unused_ = true;
  return request_.names.local({"_", "unused"});
}

/// The statement that only held the work, and the prelude before it.
void PoolWriter::remove_with_prelude(Node statement) {
  std::vector<Node> gone;
  if (shape_.prelude_leaves) gone = shape_.prelude;
  gone.push_back(statement);
  remove_statements(gone);
}

void PoolWriter::remove_statements(std::span<const Node> gone) {
  std::span<const Node> body = shape_.loop.field("body").children();
  ByteRange range = {gone.front().range().begin, gone.back().range().end};
  if (gone.size() == body.size()) {
    ByteRange lines = whole_lines(request_.source, range, false);
    replace({range.begin, lines.end}, "pass");
    return;
  }
  remove_lines(range);
}

/// With all of their last line.
void PoolWriter::remove_lines(ByteRange range) {
  const ByteRange lines = whole_lines(request_.source, range, false);
  const int next = request_.source.line_of(range.end - 1) + 1;
  replace({lines.begin, request_.source.line_begin(next)}, "");
}

/// By what adds their parts to the accumulators, if there are any.
void PoolWriter::replace_statements() {
  if (parts_.empty()) {
    remove_statements(shape_.statements);
    return;
  }
  std::string gap =
      newline_ + indent_of(request_.source, shape_.work.begin) + unit_;
  std::string text = additions(gap);
  ByteRange lines = whole_lines(request_.source, shape_.work, false);
  replace({shape_.work.begin, lines.end}, text.substr(gap.size()));
}

void PoolWriter::write_head() {
  if (plan_.asks) {
    value_ = request_.names.local({"computed", "get_result"});
    write_next_in_place(value_ + "()");
  } else if (shape_.expression) {
    value_ = value_of_expression();
  } else if (request_.candidate.work.caught) {
    value_ = release_statements();
  } else {
    value_ = joined_results();
    replace_statements();
    if (value_.empty()) value_ = unused();
  }
  if (request_.candidate.work.caught) {
    if (shape_.expression) release_caught();
  } else if (releases() && shape_.comprehension) {
    redo_in_place();
  } else if (releases()) {
    release_first();
  }
  if (shape_.comprehension) {
    replace({shape_.clauses.front().range().begin,
             shape_.clauses.back().range().end},
            "for " + loop_head());
  } else if (request_.candidate.counter) {
    replace_while_head(loop_head());
  } else {
    replace({shape_.target.range().begin, shape_.iterable.range().end},
            loop_head());
  }
}

/// By "for " and `head`.
void PoolWriter::replace_while_head(const std::string& head) {
  replace(
      {shape_.loop.range().begin, shape_.loop.field("condition").range().end},
      "for " + head);
}

/// Work that raised is done again, and raises where it did.
PoolWriter::Released PoolWriter::redo(const std::string& names,
                                      const std::string& gap) {
  const std::string done = request_.names.local({"done", "succeeded"});
  const std::string fails = "if not " + done + ":" + gap + unit_;
  if (unused_) return {names + ", " + done, fails + again_};
  // A variable of the program's keeps its value until the work has succeeded.
  const bool direct = ours_ || (plan_.form == Form::kHead &&
                                names.find(',') == std::string::npos &&
                                !target_watched(request_, shape_, names));
  const std::string value =
      direct ? names : request_.names.local({"result", "outcome"});
  Released released{value + ", " + done, fails + value + " = " + again_};
  if (!direct) released.code += gap + names + " = " + value;
  return released;
}

/// The expression chooses: what came of it, or doing it again.
void PoolWriter::redo_in_place() {
  const std::string done = request_.names.local({"done", "succeeded"});
  const bool whole = shape_.loop.field("body").range() == shape_.work;
  for (Edit& edit : replaced_) {
    if (edit.range != shape_.work) continue;
    edit.text = value_ + " if " + done + " else " + again_;
    if (!whole) edit.text = "(" + edit.text + ")";
  }
  value_ += ", " + done;
}

/// For work that prints, is done again where it raises, or raises what the loop
/// catches; `names` are its results, `gap` parts the statements.
PoolWriter::Released PoolWriter::release(const std::string& names,
                                         const std::string& gap) {
  if (plan_.redoes) return redo(names, gap);
  const std::string error = request_.names.local({"error", "failure"});
  const bool several = names.find(',') != std::string::npos;
  std::string value =
      several ? request_.names.local({"result", "outcome"}) : names;
  Released released;
  released.taken = value + ", " + error;
  if (request_.candidate.work.prints) {
    const std::string printed = request_.names.local({"printed", "output"});
    released.taken += ", " + printed;
    const std::string file =
        request_.candidate.work.prints_errors
            ? ", file=" + request_.imports.module("sys") + ".stderr"
            : "";
    released.code = "print(" + printed + ", end=\"\"" + file + ")" + gap;
  }
  released.code +=
      "if " + error + " is not None:" + gap + unit_ + "raise " + error;
  if (several) released.code += gap + names + " = " + value;
  return released;
}

/// In the `try` that the work stands in.
void PoolWriter::release_caught() {
  const Node statement = advisor::statement_of(shape_.expression);
  const std::string gap = gap_at(statement);
  const Released released = release(value_, gap);
  value_ = released.taken;
  const std::uint32_t at = statement.range().begin;
  replace({at, at}, released.code + gap);
}

/// In the place of statements with which a `try` begins. Gives the targets for
/// what the worker gives.
std::string PoolWriter::release_statements() {
  std::string names = joined_results();
  if (names.empty()) names = unused();
  const Released released = release(names, gap_at(shape_.statements.front()));
  const ByteRange lines = whole_lines(request_.source, shape_.work, false);
  replace({shape_.work.begin, lines.end}, released.code);
  return released.taken;
}

/// What the pool itself raises is not for the handlers of that `try`.
void PoolWriter::write_next_before_try(const std::string& next) {
  const Node guarded = shape_.statements.front().parent().parent();
  const std::uint32_t before = guarded.range().begin;
  const std::string taken = release_statements() + " = " + next;
  replace({before, before}, taken + gap_at(guarded));
}

/// At the beginning of the loop's body.
void PoolWriter::release_first() {
  const Node first = shape_.loop.field("body").children().front();
  const std::uint32_t at = first.range().begin;
  const std::string gap = newline_ + indent_of(request_.source, at) + unit_;
  const Released released = release(value_, gap);
  value_ = released.taken;
  for (Edit& edit : replaced_) {
    if (edit.range.begin > at || edit.range.end <= at) continue;
    if (edit.text == "pass") {
      edit.text = released.code;
    } else if (edit.range.begin < at) {  // whole lines
      edit.text =
          gap.substr(newline_.size()) + released.code + newline_ + edit.text;
    } else {
      edit.text = released.code + gap + edit.text;
    }
    return;
  }
  replace({at, at}, released.code + gap);
}

/// The statements that take the place of the work's.
std::string PoolWriter::next_for_statements(const std::string& next) {
  std::string names = joined_results();
  const bool lines = on_own_lines(request_, shape_);
  const std::string gap =
      lines ? newline_ + indent_of(request_.source, shape_.work.begin) + unit_
            : "; ";
  std::string text;
  if (releases()) {
    if (names.empty()) names = unused();
    const Released released = release(names, gap);
    text = released.taken + " = " + next + gap + released.code;
  } else {
    text = (names.empty() ? "" : names + " = ") + next;
  }
  return text + additions(gap);
}

/// What takes the expression's place; what must be done before goes in front of
/// its statement.
std::string PoolWriter::next_for_expression(const std::string& next) {
  if (!releases()) return next;
  const Node statement = advisor::statement_of(shape_.expression);
  const std::string gap = gap_at(statement);
  const bool dropped = statement.range() == shape_.work;
  ours_ = !dropped;
  const std::string name = dropped ? unused() : result_name(request_, shape_);
  const Released released = release(name, gap);
  const std::string taken = released.taken + " = " + next;
  if (dropped) return taken + gap + released.code;
  const std::uint32_t at = statement.range().begin;
  if (request_.candidate.work.caught) {
    // What the pool itself raises is not for the handlers.
    const Node guarded = statement.parent().parent();
    const std::uint32_t before = guarded.range().begin;
    replace({before, before}, taken + gap_at(guarded));
    replace({at, at}, released.code + gap);
  } else {
    replace({at, at}, taken + gap + released.code + gap);
  }
  return name;
}

/// Parts statements that stand beside `statement` in the new text.
std::string PoolWriter::gap_at(Node statement) const {
  return newline_ + indent_of(request_.source, statement.range().begin) + unit_;
}

void PoolWriter::write_next() {
  results_ = request_.names.local({"results", "outcomes"});
  const std::string next = "next(" + results_ + ")";
  if (!shape_.guards.empty()) {
    write_next_before_guards(next);
  } else if (request_.candidate.work.caught && !shape_.expression) {
    write_next_before_try(next);
  } else {
    write_next_in_place(next);
  }
  if (request_.candidate.counter) {
    replace_while_head(request_.names.local({"_", "unused"}) + " in " +
                       source_.around);
    return;
  }
  if (source_.around == shape_.iterable.text()) return;
  std::string around =
      source_.flat ? "zip(" + source_.around + ")" : source_.around;
  replace(shape_.iterable.range(), around);
}

/// In front of all that the worker has done already.
void PoolWriter::write_next_before_guards(const std::string& next) {
  const Node begin = shape_.begin();
  const std::string gap = gap_at(begin);
  std::string names;
  if (shape_.expression) {
    names = value_behind_guards();
  } else {
    names = joined_results();
    replace_statements();
    if (names.empty()) names = unused();
  }
  std::string text = names + " = " + next + gap;
  if (releases()) {
    const Released released = release(names, gap);
    text = released.taken + " = " + next + gap + released.code + gap;
  }
  const std::uint32_t at = begin.range().begin;
  replace({at, at}, text);
}

void PoolWriter::write_next_in_place(const std::string& next) {
  const std::string text = shape_.statements.empty()
                               ? next_for_expression(next)
                               : next_for_statements(next);
  if (shape_.prelude_leaves) remove_statements(shape_.prelude);
  replace(shape_.work, text);
}

Rewrite PoolWriter::write() {
  switch (plan_.form) {
    case Form::kExtend:
      write_extend();
      break;
    case Form::kValues:
    case Form::kDict:
      write_values();
      break;
    case Form::kHead:
      write_head();
      break;
    case Form::kNext:
      write_next();
      break;
  }
  return text_.around_statement(std::move(replaced_), results_);
}

}  // namespace

Rewrite write_pool(const Request& request, const LoopShape& shape,
                   const PoolPlan& plan, const PoolKind& kind,
                   PoolParts parts) {
  return PoolWriter(request, shape, plan, kind, std::move(parts)).write();
}

}  // namespace ppp::rewrite
