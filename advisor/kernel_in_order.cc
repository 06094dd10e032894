// SPDX-License-Identifier: Apache-2.0
// Reads a loop as steps to be done in order. What one iteration leaves to the
// next is welcome; a variable has one type, and is bound where it is read.
#include <algorithm>

#include "advisor/kernel_reader.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using StepKind = KernelStep::Kind;

KernelStep step_of(StepKind kind) {
  KernelStep step;
  step.kind = kind;
  return step;
}

bool is_tuple(Node node) {
  return node.is("pattern_list") || node.is("tuple_pattern") ||
         node.is("expression_list") || node.is("tuple");
}

}  // namespace

bool KernelReader::read_in_order() {
  const Loop& loop = trial_.loop;
  kernel_.in_order = true;
  if (!loop.node.is("for_statement") && !loop.node.is("while_statement")) {
    return refuse(loop.node, "not-arithmetic",
                  "only for and while loops are compiled");
  }
  bound_ = bound_in({loop.node});
  return ordered_statement(loop.node, kernel_.steps) && keep_results() &&
         check_ordered();
}

bool KernelReader::ordered(const std::vector<Node>& nodes,
                           std::vector<KernelStep>& steps) {
  std::vector<KernelStep>* outer = std::exchange(current_, &steps);
  const bool read = std::all_of(nodes.begin(), nodes.end(), [&](Node node) {
    return left_ ? not_understood(node) : ordered_statement(node, steps);
  });
  current_ = outer;
  return read;
}

bool KernelReader::ordered_statement(Node node,
                                     std::vector<KernelStep>& steps) {
  if (node.is("pass_statement")) return true;
  if (node.is("break_statement") || node.is("continue_statement")) {
    steps.push_back(step_of(node.is("break_statement") ? StepKind::kBreak
                                                       : StepKind::kContinue));
    return left_ = true;
  }
  if (node.is("for_statement")) return ordered_for(node, steps);
  if (node.is("while_statement")) return ordered_while(node, steps);
  if (node.is("if_statement")) {
    return ordered_branch(node.field("condition"), node.field("consequence"),
                          node.fields("alternative"), steps);
  }
  if (!node.is("expression_statement") || node.children().size() != 1) {
    return not_understood(node);
  }
  const Node inner = node.child(0);
  if (inner.is("assignment") || inner.is("augmented_assignment")) {
    return ordered_assign(inner, steps);
  }
  if (inner.is("call")) return ordered_append(inner, steps);
  return not_understood(node);
}

bool KernelReader::ordered_assign(Node node, std::vector<KernelStep>& steps) {
  const Node target = node.field("left");
  const Node value = node.field("right");
  if (node.field("type") || !value) return not_understood(node);
  if (node.is("augmented_assignment")) {
    Expr before = expression(target);
    if (!before) return false;
    Expr more = expression(value);
    if (!more) return false;
    std::string_view op = node.field("operator").text();
    op.remove_suffix(1);
    Expr sum = arithmetic(node, op, std::move(*before), std::move(*more));
    return sum && ordered_target(target, std::move(*sum), steps);
  }
  if (!is_tuple(target)) {
    if (target.is("identifier") && value.is("subscript") &&
        only_lists(trial_.interpreter.value_of(value))) {
      Expr row = row_or_item(value, /*row=*/true);
      return row && ordered_row(target, std::move(*row), steps);
    }
    Expr read = expression(value);
    return read && ordered_target(target, std::move(*read), steps);
  }
  const std::span<const Node> targets = target.children();
  const std::span<const Node> values = value.children();
  if (!is_tuple(value) || targets.size() != values.size()) {
    return not_understood(node);
  }
  std::vector<std::pair<KernelExpr, bool>> reads;  // and whether it is a row
  for (Node one : values) {
    const bool row =
        one.is("subscript") && only_lists(trial_.interpreter.value_of(one));
    Expr read = row ? row_or_item(one, true) : expression(one);
    if (!read) return false;
    reads.emplace_back(std::move(*read), row);
  }
  KernelStep all = step_of(StepKind::kTuple);
  for (std::size_t i = 0; i < reads.size(); ++i) {
    auto& [read, row] = reads[i];
    const bool bound =
        row ? ordered_row(targets[i], std::move(read), all.body)
            : ordered_target(targets[i], std::move(read), all.body);
    if (!bound) return false;
  }
  steps.push_back(std::move(all));
  return true;
}

bool KernelReader::ordered_target(Node target, KernelExpr value,
                                  std::vector<KernelStep>& steps) {
  KernelStep step;
  step.name = std::string(target.text());
  if (target.is("identifier")) {
    if (!bind_number(target, value.type)) return false;
    step.value = std::move(value);
    steps.push_back(std::move(step));
    return true;
  }
  if (!target.is("subscript")) return not_understood(target);
  Expr place = item(target);
  if (!place) return false;
  if (place->type != value.type) {
    return refuse(target, "mixed-types",
                  "`" + step.name + "`, stored on line " +
                      std::to_string(target.line()) +
                      ", is sometimes an int and sometimes a float");
  }
  step.kind = StepKind::kStore;
  step.name = place->text;
  step.at = place->parts;
  step.value = std::move(value);
  const auto row = locals_.find(place->text);
  const bool in_row = row != locals_.end();
  changes_.push_back({in_row ? row->second.value.text : place->text, target,
                      place->parts, in_row || place->parts.size() == 2,
                      target.range().end});
  steps.push_back(std::move(step));
  return true;
}

// `row = rows[i]`
bool KernelReader::ordered_row(Node target, KernelExpr row,
                               std::vector<KernelStep>& steps) {
  if (!target.is("identifier")) return not_understood(target);
  if (!bind_row(target, row)) return false;
  KernelStep step;
  step.name = std::string(target.text());
  step.value = std::move(row);
  steps.push_back(std::move(step));
  return true;
}

bool KernelReader::ordered_append(Node call, std::vector<KernelStep>& steps) {
  const Node callee = call.field("function");
  const Node arguments = call.field("arguments");
  const Node holder = callee.field("object");
  if (!callee.is("attribute") || callee.field("attribute").text() != "append" ||
      !holder.is("identifier") || !arguments.is("argument_list") ||
      arguments.children().size() != 1) {
    return not_understood(call);
  }
  if (!add_list(holder, KernelInput::Kind::kList, false)) return false;
  Expr value = expression(arguments.child(0));
  if (!value) return false;
  KernelStep step = step_of(StepKind::kAppend);
  step.name = std::string(holder.text());
  const auto known = appended_.emplace(step.name, value->type).first;
  if (known->second != value->type) {
    return refuse(call, "mixed-types",
                  "what `" + step.name +
                      "` is given is sometimes an int and sometimes a float, "
                      "on line " +
                      std::to_string(call.line()));
  }
  changes_.push_back({step.name, holder, {}, false, call.range().end});
  step.value = std::move(*value);
  steps.push_back(std::move(step));
  return true;
}

KernelReader::Expr KernelReader::truth(Node node) {
  Expr value = expression(node);
  if (!value || value->type == NumberType::kFlag) return value;
  const bool whole = value->type == NumberType::kInteger;
  const KernelExpr zero{
      KernelExpr::Kind::kLiteral, whole ? "0" : "0.0", value->type, 0, {}};
  return KernelExpr{KernelExpr::Kind::kOperation,
                    "!=",
                    NumberType::kFlag,
                    0,
                    {std::move(*value), zero}};
}

bool KernelReader::ordered_branch(Node condition, Node then,
                                  std::vector<Node> others,
                                  std::vector<KernelStep>& steps) {
  std::vector<KernelStep>* outer = std::exchange(current_, &steps);
  Expr asked = truth(condition);
  if (!asked) return false;
  current_ = outer;
  KernelStep step = step_of(StepKind::kIf);
  step.value = std::move(*asked);
  const Path before = path();
  if (!ordered(block_of(then), step.body)) return false;
  const Path behind = path();
  go_on_from(before);
  if (!others.empty()) {
    const Node other = others.front();
    others.erase(others.begin());
    const bool read =
        other.is("elif_clause")
            ? ordered_branch(other.field("condition"),
                             other.field("consequence"), others, step.otherwise)
            : ordered(block_of(other.field("body")), step.otherwise);
    if (!read) return false;
  }
  meet(behind);
  steps.push_back(std::move(step));
  return true;
}

bool KernelReader::in_loop(Node body, std::vector<KernelStep>& steps) {
  if (!ordered(block_of(body), steps)) return false;
  left_ = false;
  return true;
}

// Behind a loop, which may have had no turn, only what was bound before it is.
bool KernelReader::ordered_while(Node node, std::vector<KernelStep>& steps) {
  if (node.field("alternative")) return not_understood(node);
  // What a call in it computes would be computed once.
  std::vector<KernelStep>* outer = std::exchange(current_, nullptr);
  Expr asked = truth(node.field("condition"));
  if (!asked) return false;
  current_ = outer;
  KernelStep step = step_of(StepKind::kWhile);
  step.value = std::move(*asked);
  const Path before = path();
  if (!in_loop(node.field("body"), step.body)) return false;
  go_on_from(before);
  steps.push_back(std::move(step));
  return true;
}

bool KernelReader::ordered_for(Node node, std::vector<KernelStep>& steps) {
  const Node target = node.field("left");
  const Node source = node.field("right");
  if (node.field("alternative")) return not_understood(node);
  KernelStep step = step_of(StepKind::kLoop);
  const Path before = path();
  const bool counts =
      source.is("call") &&
      library_name(source.field("function")) == "builtins.range";
  if (counts) {
    if (!target.is("identifier") || !ordered_range(source, step) ||
        !bind_number(target, NumberType::kInteger)) {
      return not_understood(node.field("left"));
    }
    step.loop.index = std::string(target.text());
  } else {
    std::string targets, sources;
    if (!ordered_items(target, source, targets, sources)) return false;
    step.loop.header = "for " + targets + " in " + sources;
    step.loop.lists = bound_names(target);
  }
  if (!in_loop(node.field("body"), step.body)) return false;
  go_on_from(before);
  steps.push_back(std::move(step));
  return true;
}

bool KernelReader::ordered_range(Node call, KernelStep& step) {
  const Node given = call.field("arguments");
  if (!given.is("argument_list")) return not_understood(call);
  for (Node one : given.children()) {
    Expr value = expression(one);
    if (!value) return false;
    if (value->type != NumberType::kInteger) return not_understood(one);
    step.at.push_back(std::move(*value));
  }
  constexpr std::size_t kMost = 3;
  return (!step.at.empty() && step.at.size() <= kMost) || not_understood(call);
}

// `xs`, `enumerate(xs)`, `zip(xs, ys)`, `enumerate(zip(xs, ys))`
bool KernelReader::ordered_items(Node target, Node source, std::string& targets,
                                 std::string& sources) {
  if (!source.is("call")) {
    targets += target.text();
    sources += source.text();
    return ordered_item(target, source);
  }
  const std::string function = library_name(source.field("function"));
  const Node arguments = source.field("arguments");
  const std::span<const Node> given = arguments.children();
  const std::span<const Node> parts = target.children();
  const bool counts = function == "builtins.enumerate" && given.size() == 1 &&
                      parts.size() == 2 && parts[0].is("identifier");
  const bool pairs = function == "builtins.zip" && !given.empty() &&
                     parts.size() == given.size();
  if (!arguments.is("argument_list") || !is_tuple(target) ||
      (!counts && !pairs)) {
    return not_understood(source);
  }
  targets += "(";
  sources += counts ? "enumerate(" : "zip(";
  if (counts) {
    if (!bind_number(parts[0], NumberType::kInteger)) return false;
    targets += std::string(parts[0].text()) + ", ";
    if (!ordered_items(parts[1], given[0], targets, sources)) return false;
  }
  for (std::size_t i = 0; pairs && i < given.size(); ++i) {
    if (!given[i].is("identifier")) return not_understood(given[i]);
    targets += i == 0 ? "" : ", ";
    sources += i == 0 ? "" : ", ";
    if (!ordered_items(parts[i], given[i], targets, sources)) return false;
  }
  targets += pairs && given.size() == 1 ? ",)" : ")";
  sources += ")";
  return true;
}

bool KernelReader::ordered_item(Node target, Node list) {
  if (!target.is("identifier") || !list.is("identifier")) {
    return not_understood(list);
  }
  if (is_row(list)) {
    const std::string& of = locals_.find(list.text())->second.value.text;
    return bind_number(target, input(of)->type);
  }
  const bool rows = only_lists(
      items_of(trial_.interpreter.heap(), trial_.interpreter.value_of(list)));
  if (!add_list(list,
                rows ? KernelInput::Kind::kRows : KernelInput::Kind::kList,
                true)) {
    return false;
  }
  const KernelInput& held = *input(std::string(list.text()));
  if (!rows) return bind_number(target, held.type);
  return bind_row(target,
                  {KernelExpr::Kind::kRead, held.name, held.type, 0, {}});
}

bool KernelReader::bind_number(Node name, NumberType type) {
  const std::string text(name.text());
  const NumberType known = types_.emplace(text, type).first->second;
  if (locals_.contains(text)) return not_understood(name);
  if (known != type) {
    return refuse(name, "mixed-types",
                  "`" + text +
                      "` is sometimes an int and sometimes a float, "
                      "set on line " +
                      std::to_string(name.line()));
  }
  sure_.insert(text);
  return true;
}

bool KernelReader::bind_row(Node name, KernelExpr row) {
  const std::string text(name.text());
  const auto known = locals_.find(text);
  const bool other =
      known != locals_.end() && known->second.value.text != row.text;
  if (other || types_.contains(text)) return not_understood(name);
  Local made;
  made.kind = Local::Kind::kRow;
  made.value = std::move(row);
  locals_[text] = std::move(made);
  return true;
}

// A variable that the loop binds: here and now, in an earlier turn, or before
// it begins.
KernelReader::Expr KernelReader::carried_number(Node node) {
  const std::string name(node.text());
  if (locals_.contains(name)) {
    not_understood(node);
    return std::nullopt;
  }
  if (!sure_.contains(name)) {
    if (!bound_before(trial_, name)) {
      refuse(node, "perhaps-unbound",
             "`" + name + "`, read on line " + std::to_string(node.line()) +
                 ", may not be bound there");
      return std::nullopt;
    }
    bool asked = true;
    if (!types_.contains(name)) {
      const std::optional<NumberType> type = known_type(node);
      if (!type) {
        refuse(node, "unknown-number",
               "`" + name + "`, read on line " + std::to_string(node.line()) +
                   ", is not known to be a number");
        return std::nullopt;
      }
      types_[name] = *type;
      asked = !one_type(node);
    }
    if (!input(name)) {
      kernel_.inputs.push_back(
          {name, KernelInput::Kind::kScalar, types_[name], asked, true});
    }
  }
  return KernelExpr{KernelExpr::Kind::kName, name, types_[name], 0, {}};
}

void KernelReader::go_on_from(const Path& path) {
  sure_ = path.sure;
  locals_ = path.rows;
  left_ = path.left;
}

// Only what both bind is bound behind.
void KernelReader::meet(const Path& other) {
  if (other.left) return;
  if (left_) return go_on_from(other);
  std::erase_if(sure_, [&](const std::string& name) {
    return !other.sure.contains(name);
  });
  std::erase_if(locals_, [&](const auto& row) {
    const auto found = other.rows.find(row.first);
    return found == other.rows.end() ||
           found->second.value.text != row.second.value.text;
  });
}

// What is read behind the loop is given back. If the loop has no turn it is
// what it was, so it must have been something.
bool KernelReader::keep_results() {
  const Node scope = trial_.loop.function;
  ScopeNames names;
  if (scope) names = scope_names(scope);
  for (const std::string& name : bound_) {
    const bool outside =
        names.globals.contains(name) || names.nonlocals.contains(name);
    if (!outside && !trial_.live_after(name)) continue;
    const auto type = types_.find(name);
    if (type == types_.end() || !bound_before(trial_, name)) {
      return refuse(trial_.loop.node, "read-afterwards",
                    "`" + name + "`, set in the loop, may be read behind it");
    }
    if (!input(name)) {
      kernel_.inputs.push_back(
          {name, KernelInput::Kind::kScalar, type->second, true, true});
    }
    kernel_.results.push_back(name);
  }
  return true;
}

bool KernelReader::check_ordered() {
  Names checked;
  for (const Change& change : changes_) {
    const bool grows = appended_.contains(change.name);
    if (grows &&
        (input(change.name)->read || measured_.contains(change.name))) {
      return refuse(change.node, "read-while-growing",
                    "`" + change.name + "` grows on line " +
                        std::to_string(change.node.line()) +
                        " and is used in the loop");
    }
    if (!checked.insert(change.name).second) continue;
    if (!grows) kernel_.changed.push_back(change.name);
    for (const auto& [name, node] : lists_) {
      if (!stays_apart(change, name, node)) return false;
    }
  }
  return true;
}

}  // namespace ppp::advisor
