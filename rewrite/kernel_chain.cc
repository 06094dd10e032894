// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "advisor/scopes.h"
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
  Node tail;                ///< the one behind them, or null
  std::vector<Node> calls;  ///< in it, which give numbers
  std::vector<std::string> parameters;
  std::vector<const advisor::Candidate*> parts;
};

const char* type_of_items(NumberType type) {
  if (type == NumberType::kFloat) return "float";
  return type == NumberType::kInteger ? "int" : "bool";
}

/// What may catch an exception of a statement and go on.
bool goes_on(Node scope) {
  bool found = scope.is("module");
  advisor::walk(scope, [&](Node node) {
    found = found || node.is("try_statement") || node.is("with_statement");
    return !found;
  });
  return found;
}

/// The name stands somewhere else than in `ranges`: in the scope, or where that
/// is the module in the whole program.
bool mentioned_outside(const advisor::Project& project, Node scope,
                       const std::vector<ByteRange>& ranges,
                       const std::string& name) {
  bool found = false;
  auto look = [&](Node root, bool own) {
    advisor::walk(root, [&](Node node) {
      const bool here =
          own && std::any_of(ranges.begin(), ranges.end(), [&](ByteRange one) {
            return one.contains(node.range());
          });
      found = found || (!here && node.is("identifier") && node.text() == name);
      return !found;
    });
  };
  if (!scope.is("module")) {
    look(scope, true);
    return found;
  }
  for (const advisor::SourceFile& file : project.files) {
    look(file.root(), file.root() == scope);
  }
  return found || looks_behind(project, name);
}

/// Items of a list that the statements made, or a literal, or a variable:
/// evaluating it changes nothing.
bool only_looks(Node node, const ChainState& state) {
  if (node.is("identifier") || node.is("integer") || node.is("float") ||
      (node.is("string") && advisor::plain_literal(node))) {
    return true;
  }
  if (node.is("unary_operator")) {
    const Node negated = node.field("argument");
    return negated.is("integer") || negated.is("float");
  }
  if (!node.is("subscript")) return false;
  const std::vector<Node> at = node.fields("subscript");
  const Node of = node.field("value");
  const auto list = state.names.find(std::string(of.text()));
  const bool known = of.is("subscript")
                         ? only_looks(of, state)
                         : of.is("identifier") && list != state.names.end() &&
                               list->second.kind == Value::Kind::kList;
  auto plain = [&](Node one) {
    return !one.is("identifier") && !one.is("subscript") &&
           only_looks(one, state);
  };
  if (!known || at.size() != 1) return false;
  if (!at[0].is("slice")) return plain(at[0]);
  const std::span<const Node> parts = at[0].children();
  return std::all_of(parts.begin(), parts.end(), plain);
}

/// The values of `print(a, f(b))` and `return a, f(b)`, in order; nothing: it
/// is another statement.
std::vector<Node> values_of_tail(const Request& request, Node statement) {
  Node list = statement.child(0);
  if (statement.is("expression_statement")) {
    const bool prints = list.is("call") && !request.names.bound("print") &&
                        list.field("function").is("identifier") &&
                        list.field("function").text() == "print";
    if (!prints || statement.children().size() != 1) return {};
    list = list.field("arguments");
    if (!list.is("argument_list")) return {};
  } else if (!statement.is("return_statement") || !list) {
    return {};
  } else if (!list.is("expression_list")) {
    return {list};
  }
  const std::span<const Node> all = list.children();
  return {all.begin(), all.end()};
}

class ChainRewrite {
 public:
  explicit ChainRewrite(const Request& request)
      : request_(request), functions_(request) {}

  Proposal write() {
    find_row();
    if (row_.statements.empty()) {
      return refusal(request_, "not-arithmetic",
                     "no other loop computes with what it makes");
    }
    for (const advisor::Candidate& one : request_.candidates) {
      const bool part = std::find(row_.parts.begin(), row_.parts.end(), &one) !=
                        row_.parts.end();
      if (!part) continue;
      if (&one == &request_.candidate) break;
      return refusal(request_, "not-arithmetic", "another loop comes first");
    }
    std::set<std::string> taken(row_.parameters.begin(), row_.parameters.end());
    ChainSteps steps(request_, functions_, row_.statements.front(), taken,
                     /*named=*/true);
    for (Node one : row_.statements) PPP_CHECK(steps.add(one));
    for (Node one : row_.calls) {
      const auto number = steps.number_of(one);
      PPP_CHECK(number.has_value());
      numbers_.emplace_back(name_of_number(one), *number);
    }
    if (!find_results(steps)) {
      return refusal(request_, "not-arithmetic",
                     "nobody reads what the loops make, or as two lists");
    }
    return rewrite(steps);
  }

 private:
  void find_row();
  void try_row(std::span<const Node> block, std::size_t& at);
  std::vector<Node> calls_in(Node tail, ChainSteps& steps) const;
  std::string name_of_number(Node call) const;
  std::string text_of_tail() const;
  bool find_results(ChainSteps& steps);
  void ask(ChainSteps& steps);
  void convert(ChainSteps& steps);
  void line(int depth, const std::string& text) {
    lines_.push_back({depth, text});
  }
  void refuse_any(const std::vector<std::string>& conditions);
  Proposal rewrite(ChainSteps& steps);
  std::vector<Edit> edits(const ChainSteps& steps, const std::string& call);
  ByteRange range() const {
    const Node last = row_.tail ? row_.tail : row_.statements.back();
    return {row_.statements.front().range().begin, last.range().end};
  }

  const Request& request_;
  const ScriptFunctions functions_;
  ChainRow row_;
  std::vector<std::pair<std::string, std::string>> results_;  ///< what they are
  std::vector<std::pair<std::string, std::string>> numbers_;  ///< of the calls
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
  ChainSteps steps(request_, functions_, block[at], {}, /*named=*/false);
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
  std::vector<Node> calls;
  const Node tail =
      last == at && at > first && at < block.size() ? block[at] : Node();
  if (tail) calls = calls_in(tail, steps);
  parts = steps.state().parts.size();
  at = std::max(at, first + 1);
  const auto& all = steps.state().parts;
  const bool ours = std::any_of(all.begin(), all.end(), [&](const auto& part) {
    return part.candidate == &request_.candidate;
  });
  if (!ours || !steps.state().handed_on || parts <= row_.parts.size()) return;
  row_ = {};
  row_.statements = {block.begin() + static_cast<std::ptrdiff_t>(first),
                     block.begin() + static_cast<std::ptrdiff_t>(last)};
  if (!calls.empty()) row_.tail = tail;
  row_.calls = calls;
  row_.parameters = steps.state().parameters;
  for (const auto& part : all) row_.parts.push_back(part.candidate);
}

// What is evaluated in front of a call must leave the lists as they are.
std::vector<Node> ChainRewrite::calls_in(Node tail, ChainSteps& steps) const {
  std::vector<Node> calls;
  const advisor::SourceFile& source = request_.source;
  if (!begins_line(source, tail.range().begin) ||
      !ends_line(source, tail.range().end) ||
      tail.text().find('\n') != std::string_view::npos) {
    return calls;
  }
  for (Node one : values_of_tail(request_, tail)) {
    if (one.is("call") && steps.number_of(one)) {
      calls.push_back(one);
    } else if (!only_looks(one, steps.state())) {
      break;
    }
  }
  return calls;
}

std::string ChainRewrite::name_of_number(Node call) const {
  const std::string wish =
      std::string(call.field("function").text()) + "_value";
  std::string name = request_.names.local({wish});
  for (const auto& [other, text] : numbers_) {
    if (other == name) return request_.names.fresh({wish});
  }
  return name;
}

std::string ChainRewrite::text_of_tail() const {
  std::string text;
  std::uint32_t at = row_.tail.range().begin;
  for (std::size_t i = 0; i < row_.calls.size(); ++i) {
    const ByteRange call = row_.calls[i].range();
    text += request_.source.slice({at, call.begin});
    text += numbers_[i].first;
    at = call.end;
  }
  return text + std::string(request_.source.slice({at, row_.tail.range().end}));
}

bool ChainRewrite::find_results(ChainSteps& steps) {
  std::vector<ByteRange> own = {{row_.statements.front().range().begin,
                                 row_.statements.back().range().end}};
  for (Node one : row_.calls) own.push_back(one.range());
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
      if (!list.array.empty()) ++steps.state().parts[list.part].conversions;
      text = list.array.empty() ? "[]" : list.array + ".tolist()";
    }
    results_.emplace_back(name, text);
  }
  results_.insert(results_.end(), numbers_.begin(), numbers_.end());
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
  for (const ChainState::Given& one : steps.state().given) {
    const char* type = type_of_items(one.type);
    if (one.rows) {
      asked.push_back(fmt::format("len({{*map(len, {})}}) != 1", one.name));
    }
    if (!one.asked) continue;
    asked.push_back(
        one.rows ? fmt::format("any({{*map(type, row)}} != {{{}}} for row in "
                               "{})",
                               type, one.name)
                 : fmt::format("{{*map(type, {})}} != {{{}}}", one.name, type));
  }
  refuse_any(asked);
}

void ChainRewrite::convert(ChainSteps& steps) {
  const auto& given = steps.state().given;
  const bool whole = std::any_of(given.begin(), given.end(), [](auto& one) {
    return one.type == NumberType::kInteger;
  });
  if (whole) line(1, "try:");
  for (const ChainState::Given& one : given) {
    line(whole ? 2 : 1,
         fmt::format("{} = {}.array({}, dtype={})", one.array, steps.numpy(),
                     one.name, type_of_items(one.type)));
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
  const std::vector<std::string>& parameters = steps.state().parameters;
  line(0, fmt::format("def {}({}):", name, joined(parameters)));
  line(1,
       "\"\"\"By arrays, handed on from one loop to the next. None: they "
       "would differ.\"\"\"");
  ask(steps);
  convert(steps);
  lines_.insert(lines_.end(), steps.state().lines.begin(),
                steps.state().lines.end());
  line(1, "return " + joined(values));

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
    const Node loop =
        advisor::node_at(request_.source.root(), part.candidate->loop.range);
    // None stands between the statements.
    const Node in_front =
        range().contains(loop.range()) ? first : top_statement(loop);
    made.definitions.push_back(
        {in_front.range().begin, definition_text(request_, part.function)});
    made.together.push_back(
        {static_cast<std::size_t>(part.candidate - request_.candidates.data()),
         part.operations, part.conversions, part.sums_turns});
  }
  if (auto refused = refuse_names(request_, all, known)) return *refused;
  made.definitions.push_back(
      {first.range().begin, definition_text(request_, lines_)});
  made.statements = range();
  made.edits = edits(steps, name + "(" + joined(parameters) + ")");
  made.summary =
      fmt::format("{} loops by arrays, handed on from one to the next",
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
  const bool number = !numbers_.empty() && names.size() == 1;
  const bool direct =
      number ||
      (names.size() == 1 && !row_.tail && !goes_on(steps.scope()) &&
       std::find(outer.begin(), outer.end(), names[0]) == outer.end());
  const std::string result =
      direct ? names[0] : request_.names.local({"values", "new_values"});
  std::vector<Edit> edits = indent_lines(source, range(), unit, {});
  std::erase_if(edits, [&](const Edit& edit) {
    return edit.range.begin <= range().begin;
  });
  edits.push_back({{range().begin, range().begin},
                   fmt::format("{0} = {1}{2}if {0} is None:{2}{3}", result,
                               call, indent, unit)});
  if (row_.tail) {
    const std::string unpacked =
        number ? "" : joined(names) + " = " + result + indent + unit;
    edits.push_back(
        {{range().end, range().end},
         indent + "else:" + indent + unit + unpacked + text_of_tail()});
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
