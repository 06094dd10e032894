// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "advisor/scopes.h"
#include "rewrite/kernel_chain_looks.h"
#include "rewrite/kernel_chain_loop.h"
#include "rewrite/kernel_chain_steps.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/kernel_turns.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::NumberType;
using Value = ChainState::Value;

/// Statements that follow each other in one block.
struct ChainRow {
  std::vector<Node> statements;
  std::vector<Node> tail;   ///< those behind them that look at what they made
  std::vector<Node> looks;  ///< and the parts of these for which arrays do
  std::vector<std::string> parameters;
  std::vector<const advisor::Candidate*> parts;
};

/// `return …`, on several lines where it is long.
std::vector<HelperLine> wrapped_values(const std::vector<std::string>& values) {
  constexpr std::size_t kAround = 11;
  const std::string all = joined(values);
  if (all.size() + kAround <= kWidth) return {{1, "return " + all}};
  std::vector<HelperLine> lines = {{1, "return ("}};
  for (const std::string& one : values) lines.push_back({2, one + ","});
  lines.push_back({1, ")"});
  return lines;
}

class ChainRewrite {
 public:
  explicit ChainRewrite(const Request& request)
      : request_(request), program_(request) {}

  Proposal write() {
    find_row();
    if (row_.statements.empty()) {
      return refusal(request_, "not-arithmetic",
                     "no other loop computes with what it makes, and no loop "
                     "around it is nothing else");
    }
    for (const advisor::Candidate& one : request_.candidates) {
      const bool part = std::find(row_.parts.begin(), row_.parts.end(), &one) !=
                        row_.parts.end();
      if (!part) continue;
      if (&one == &request_.candidate) break;
      return refusal(request_, "not-arithmetic", "another loop comes first");
    }
    std::set<std::string> taken(row_.parameters.begin(), row_.parameters.end());
    ChainSteps steps(request_, program_, row_.statements.front(), taken,
                     /*named=*/true);
    for (Node one : row_.statements) PPP_CHECK(steps.add(one));
    for (Node one : row_.looks) {
      const auto text = text_of(one, steps);
      PPP_CHECK(text.has_value());
      looks_.emplace_back(name_of(one), *text);
    }
    if (!find_results(steps)) {
      return refusal(request_, "not-arithmetic",
                     "nobody reads what the loops make, or as two lists");
    }
    find_kept(steps);
    return rewrite(steps);
  }

 private:
  struct Kept;
  void find_row();
  void try_row(std::span<const Node> block, std::size_t& at);
  void find_tail(std::span<const Node> behind, ChainSteps& steps,
                 ChainRow& row) const;
  bool add_looks(Node statement, ChainSteps& steps,
                 std::vector<Node>& looks) const;
  static std::optional<std::string> text_of(Node look, ChainSteps& steps);
  std::string name_of(Node look) const;
  std::string text_of_tail(const std::string& indent) const;
  bool find_results(ChainSteps& steps);
  bool can_keep(const ChainRow& row, const ChainSteps& steps) const;
  static std::set<std::string> names_made(const ChainSteps& steps);
  void find_kept(ChainSteps& steps);
  bool keeps(const ChainState::Given& one) const {
    return std::any_of(kept_.begin(), kept_.end(), [&](const Kept& kept) {
      return kept.array == one.array;
    });
  }
  void ask(ChainSteps& steps);
  void convert(ChainSteps& steps);
  void line(int depth, const std::string& text) {
    lines_.push_back({depth, text});
  }
  void refuse_any(const std::vector<std::string>& conditions);
  Proposal rewrite(ChainSteps& steps);
  std::vector<Edit> edits(const ChainSteps& steps, const std::string& call);
  ByteRange range() const {
    const Node last =
        row_.tail.empty() ? row_.statements.back() : row_.tail.back();
    return {row_.statements.front().range().begin, last.range().end};
  }

  /// A list that is converted in front of the loop around.
  struct Kept {
    std::string array;     ///< a parameter of the new function
    std::string variable;  ///< where the loop stands
    std::string function;  ///< that makes it
  };

  const Request& request_;
  const ChainProgram program_;
  ChainRow row_;
  ChainLoop loop_;
  std::vector<Kept> kept_;
  std::vector<std::pair<std::string, std::string>> results_;  ///< what they are
  std::vector<std::pair<std::string, std::string>> looks_;    ///< of the tail
  std::vector<HelperLine> lines_;
};

// Of the rows with this loop the one of most kernels.
void ChainRewrite::find_row() {
  advisor::walk(request_.source.root(), [&](Node node) {
    if (node.is("class_definition")) return true;
    if (!node.is("block") && !node.is("module")) return true;
    const Node scope = node.is("module") ? node : scope_around(node);
    const bool plain =
        scope.is("module") || (scope.is("function_definition") &&
                               !scope_around(scope).is("function_definition") &&
                               !scope_around(scope).is("lambda"));
    if (!plain || node.parent().is("class_definition")) return true;
    const std::span<const Node> block = node.children();
    for (std::size_t at = 0; at < block.size();) try_row(block, at);
    return true;
  });
}

void ChainRewrite::try_row(std::span<const Node> block, std::size_t& at) {
  ChainSteps steps(request_, program_, block[at], {}, /*named=*/false);
  const std::size_t first = at;
  std::size_t last = at;  // behind the last kernel
  std::size_t parts = 0;
  for (; at < block.size(); ++at) {
    if (!begins_line(request_.source, block[at].range().begin) ||
        !ends_line(request_.source, block[at].range().end) ||
        !steps.add(block[at])) {
      break;
    }
    const bool idle =
        steps.state().parts.empty() && steps.state().lists.empty();
    if (idle) break;  // a number, which may stay in front
    if (steps.state().parts.size() == parts) continue;
    parts = steps.state().parts.size();
    last = at + 1;
  }
  ChainRow row;
  if (last == at && at > first) find_tail(block.subspan(at), steps, row);
  parts = steps.state().parts.size();
  at = std::max(at, first + 1);
  const auto& all = steps.state().parts;
  const bool ours = std::any_of(all.begin(), all.end(), [&](const auto& part) {
    return part.candidate == &request_.candidate;
  });
  if (!ours || parts <= row_.parts.size()) return;
  row.statements = {block.begin() + static_cast<std::ptrdiff_t>(first),
                    block.begin() + static_cast<std::ptrdiff_t>(last)};
  if (!steps.state().handed_on && !can_keep(row, steps)) return;
  row_ = std::move(row);
  row_.parameters = steps.state().parameters;
  for (const auto& part : all) row_.parts.push_back(part.candidate);
}

std::set<std::string> ChainRewrite::names_made(const ChainSteps& steps) {
  const auto& bound = steps.state().bound;
  return {bound.begin(), bound.end()};
}

// A list from in front of a loop of which the row is all.
bool ChainRewrite::can_keep(const ChainRow& row,
                            const ChainSteps& steps) const {
  const std::set<std::string> made = names_made(steps);
  const ChainLoop loop =
      loop_of_row(request_, row.statements, row.tail, row.looks, made);
  const auto& given = steps.state().given;
  return loop.loop && std::any_of(given.begin(), given.end(), [&](auto& one) {
           return stays_in(loop, one.name, made);
         });
}

void ChainRewrite::find_kept(ChainSteps& steps) {
  const std::set<std::string> made = names_made(steps);
  loop_ = loop_of_row(request_, row_.statements, row_.tail, row_.looks, made);
  if (!loop_.loop) return;
  for (const ChainState::Given& one : steps.state().given) {
    if (!stays_in(loop_, one.name, made)) continue;
    kept_.push_back({one.array, request_.names.local({one.array}),
                     request_.names.fresh({one.name + "_as_array"})});
    int& conversions = steps.state().parts[one.part].conversions;
    conversions = std::max(0, conversions - 1);
    double& ways = steps.state().parts[one.part].work.ways;
    ways = std::max(0.0, ways - way_to_array(one));
  }
}

// Several of them only in a function that holds no other: nobody but these
// statements has the lists, and nothing that they print can change one.
void ChainRewrite::find_tail(std::span<const Node> behind, ChainSteps& steps,
                             ChainRow& row) const {
  bool alone = steps.scope().is("function_definition");
  advisor::walk(steps.scope(), [&](Node node) {
    const bool own = node == steps.scope();
    alone = alone &&
            (own || (!node.is("function_definition") && !node.is("lambda")));
    return alone;
  });
  std::vector<Node> statements;
  for (Node one : behind) {
    const std::size_t before = row.looks.size();
    const bool more = add_looks(one, steps, row.looks);
    statements.push_back(one);
    if (row.looks.size() > before) row.tail = statements;
    if (!more || !alone) break;
  }
}

// What is evaluated in front of a part must leave the lists as they are. False:
// what is behind them may not.
bool ChainRewrite::add_looks(Node statement, ChainSteps& steps,
                             std::vector<Node>& looks) const {
  const advisor::SourceFile& source = request_.source;
  if (!begins_line(source, statement.range().begin) ||
      !ends_line(source, statement.range().end) ||
      statement.text().find('\n') != std::string_view::npos) {
    return false;
  }
  const std::vector<Node> values = values_of_tail(request_, statement);
  for (Node one : values) {
    if (text_of(one, steps)) {
      looks.push_back(one);
    } else if (!only_looks(one, steps.state())) {
      return false;
    }
  }
  return !values.empty() && statement.is("expression_statement");
}

std::optional<std::string> ChainRewrite::text_of(Node look, ChainSteps& steps) {
  Node statement = look;
  while (!statement.is("expression_statement") &&
         !statement.is("return_statement")) {
    statement = statement.parent();
  }
  auto text = steps.read_of(look, statement.is("expression_statement"));
  if (!text && look.is("call")) text = steps.number_of(look);
  return text;
}

std::string ChainRewrite::name_of(Node look) const {
  std::string wish;
  if (look.is("subscript")) {
    while (look.is("subscript")) look = look.field("value");
    wish = std::string(look.text()) + "_part";
  } else {
    const Node given = look.field("arguments").child(0);
    const std::string function(look.field("function").text());
    const bool builtin = function == "sum" || function == "len" ||
                         function == "max" || function == "min";
    const Node list =
        given.is("call") ? given.field("arguments").child(1) : given;
    wish = builtin ? std::string(list.text()) + "_" + function
                   : function + "_value";
  }
  const std::string name = request_.names.local({wish});
  for (const auto& [other, text] : looks_) {
    if (other == name) return request_.names.fresh({wish});
  }
  return name;
}

std::string ChainRewrite::text_of_tail(const std::string& indent) const {
  std::string text;
  std::size_t next = 0;
  for (Node statement : row_.tail) {
    if (!text.empty()) text += indent;
    std::uint32_t at = statement.range().begin;
    for (; next < row_.looks.size() &&
           statement.range().contains(row_.looks[next].range());
         ++next) {
      const ByteRange look = row_.looks[next].range();
      text += request_.source.slice({at, look.begin});
      text += looks_[next].first;
      at = look.end;
    }
    text += request_.source.slice({at, statement.range().end});
  }
  return text;
}

bool ChainRewrite::find_results(ChainSteps& steps) {
  std::vector<ByteRange> own = {{row_.statements.front().range().begin,
                                 row_.statements.back().range().end}};
  for (Node one : row_.looks) own.push_back(one.range());
  std::set<std::size_t> lists;
  for (const std::string& name : steps.state().bound) {
    const Value& value = steps.state().names.at(name);
    const auto& outer = steps.state().parameters;
    const bool read =
        std::find(outer.begin(), outer.end(), name) != outer.end() ||
        mentioned_outside(request_.project, steps.scope(), own, name);
    if (!read) continue;
    std::string text = value.text;
    if (value.kind == Value::Kind::kList) {
      if (!lists.insert(value.list).second) return false;
      const ChainState::List& list = steps.state().lists[value.list];
      if (!list.array.empty()) {
        ++steps.state().parts[list.part].conversions;
        steps.state().parts[list.part].work.ways += 1;
      }
      text = list.array.empty() ? "[]" : list.array + ".tolist()";
    }
    results_.emplace_back(name, text);
  }
  results_.insert(results_.end(), looks_.begin(), looks_.end());
  return !results_.empty();
}

void ChainRewrite::refuse_any(const std::vector<std::string>& conditions) {
  if (conditions.empty()) return;
  std::string all;
  for (const std::string& one : conditions) {
    all += (all.empty() ? "" : " or ") + one;
  }
  constexpr std::size_t kAround = 8;  // of a line that holds them
  if (all.size() + kAround <= kWidth) {
    line(1, "if " + all + ":");
  } else {
    line(1, "if (");
    for (const std::string& one : conditions) {
      line(2, (&one == &conditions.front() ? "" : "or ") + one);
    }
    line(1, "):");
  }
  line(2, "return None");
}

void ChainRewrite::ask(ChainSteps& steps) {
  std::vector<std::string> asked;
  for (const std::string& name : steps.state().whole) {
    asked.push_back(fmt::format("type({}) is not int", name));
  }
  for (const std::string& name : steps.state().measured) {
    asked.push_back(fmt::format("type({}) is not list", name));
  }
  for (const Kept& kept : kept_) asked.push_back(kept.array + " is None");
  for (const ChainState::Given& one : steps.state().given) {
    if (keeps(one)) continue;
    for (std::string& text : questions_of(one)) {
      asked.push_back(std::move(text));
    }
  }
  refuse_any(asked);
}

void ChainRewrite::convert(ChainSteps& steps) {
  std::vector<ChainState::Given> given = steps.state().given;
  std::erase_if(given, [&](const auto& one) { return keeps(one); });
  const bool whole = std::any_of(given.begin(), given.end(), [](auto& one) {
    return one.type == NumberType::kInteger;
  });
  if (whole) line(1, "try:");
  for (const ChainState::Given& one : given) {
    line(whole ? 2 : 1, one.array + " = " + converted(one, steps.numpy()));
  }
  if (!whole) return;
  line(1, "except OverflowError:");
  line(2, "return None");
}

Proposal ChainRewrite::rewrite(ChainSteps& steps) {
  std::vector<std::string> names, values;
  for (const auto& [name, value] : results_) {
    names.push_back(name);
    values.push_back(value);
  }
  const std::string of = names.size() > 2    ? "values"
                         : names.size() == 2 ? names[0] + "_and_" + names[1]
                                             : names[0];
  const std::string name = request_.names.fresh({of + "_by_arrays"});
  std::vector<std::string> parameters = steps.state().parameters;
  std::vector<std::string> arguments = parameters;
  for (const Kept& kept : kept_) {
    parameters.push_back(kept.array);
    arguments.push_back(kept.variable);
  }
  line(0, fmt::format("def {}({}):", name, joined(parameters)));
  line(1,
       steps.state().parts.size() == 1
           ? "\"\"\"By arrays. None: they would differ.\"\"\""
           : "\"\"\"By arrays, handed on from one loop to the next. None: they "
             "would differ.\"\"\"");
  ask(steps);
  convert(steps);
  lines_.insert(lines_.end(), steps.state().lines.begin(),
                steps.state().lines.end());
  for (const HelperLine& one : wrapped_values(values)) lines_.push_back(one);

  Rewrite made;
  made.safety = Safety::kChecked;
  std::set<std::string> known = {steps.numpy()};
  std::vector<HelperLine> all = lines_;
  const Node first = top_statement(row_.statements.front());
  for (const ChainState::Part& part : steps.state().parts) {
    all.insert(all.end(), part.function.begin(), part.function.end());
  }
  for (const ChainState::Part& part : steps.state().parts) {
    if (part.function.empty()) continue;
    known.insert(part.name);
    // What is a variable of one of them may be none of another.
    if (auto refused = refuse_names(request_, part.function, known)) {
      return *refused;
    }
    const Node loop =
        advisor::node_at(request_.source.root(), part.candidate->loop.range);
    // None stands between the statements.
    const Node in_front =
        range().contains(loop.range()) ? first : top_statement(loop);
    made.definitions.push_back(
        {in_front.range().begin, definition_text(request_, part.function)});
    made.together.push_back(
        {static_cast<std::size_t>(part.candidate - request_.candidates.data()),
         part.operations, part.conversions, part.sums_turns, part.work});
  }
  for (const ChainState::Given& one : steps.state().given) {
    for (const Kept& kept : kept_) {
      if (kept.array != one.array) continue;
      const auto text = kept_text(loop_, one, kept.function, steps.numpy());
      all.insert(all.end(), text.begin(), text.end());
      made.definitions.push_back(
          {first.range().begin, definition_text(request_, text)});
    }
  }
  if (auto refused = refuse_names(request_, all, known)) return *refused;
  made.definitions.push_back(
      {first.range().begin, definition_text(request_, lines_)});
  made.statements = range();
  made.edits = edits(steps, name + "(" + joined(arguments) + ")");
  made.summary =
      made.together.size() == 1
          ? "all iterations at once, by arrays"
          : fmt::format("{} loops by arrays, handed on from one to the next",
                        made.together.size());
  return made;
}

std::vector<Edit> ChainRewrite::edits(const ChainSteps& steps,
                                      const std::string& call) {
  const advisor::SourceFile& source = request_.source;
  const std::string newline = newline_of(source);
  const std::string unit = indent_unit(source, row_.statements[0].parent());
  const std::string indent = newline + indent_of(source, range().begin);
  const auto& outer = steps.state().parameters;
  std::vector<std::string> names;
  for (const auto& one : results_) names.push_back(one.first);
  // Nobody sees that a variable was None before the statements ran.
  const bool number = !looks_.empty() && names.size() == 1;
  const bool direct =
      number ||
      (names.size() == 1 && row_.tail.empty() && !goes_on(steps.scope()) &&
       std::find(outer.begin(), outer.end(), names[0]) == outer.end());
  const std::string result =
      direct ? names[0] : request_.names.local({"values", "new_values"});
  std::vector<Edit> edits = indent_lines(source, range(), unit, {});
  std::erase_if(edits, [&](const Edit& edit) {
    return edit.range.begin <= range().begin;
  });
  for (const ChainState::Given& one : steps.state().given) {
    for (const Kept& kept : kept_) {
      if (kept.array != one.array) continue;
      std::vector<std::string> given = loop_.names();
      std::erase(given, one.name);
      given.insert(given.begin(), one.name);
      const std::uint32_t at = loop_.loop.range().begin;
      edits.push_back(
          {{at, at},
           fmt::format("{} = {}({}){}{}", kept.variable, kept.function,
                       joined(given), newline, indent_of(source, at))});
    }
  }
  edits.push_back({{range().begin, range().begin},
                   fmt::format("{0} = {1}{2}if {0} is None:{2}{3}", result,
                               call, indent, unit)});
  if (!row_.tail.empty()) {
    const std::string unpacked =
        number ? "" : joined(names) + " = " + result + indent + unit;
    edits.push_back({{range().end, range().end},
                     indent + "else:" + indent + unit + unpacked +
                         text_of_tail(indent + unit)});
  } else if (!direct) {
    edits.push_back(
        {{range().end, range().end},
         indent + "else:" + indent + unit + joined(names) + " = " + result});
  }
  return edits;
}

}  // namespace

Proposal rewrite_chain(const Request& request) {
  if (catches_interrupts(request.project) ||
      looks_behind(request.project, "") || request.names.star_import() ||
      request.names.bound("len") || request.names.bound("list") ||
      request.names.bound("range")) {
    return refusal(request, "not-arithmetic",
                   "what the statements run may not be what it seems");
  }
  return ChainRewrite(request).write();
}

}  // namespace ppp::rewrite
