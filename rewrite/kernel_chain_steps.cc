// SPDX-License-Identifier: Apache-2.0
// The statements of a row and of the functions that it calls: what is bound to
// which value (kernel_chain_steps.h). Kernels: kernel_chain_kernels.cc.
#include "rewrite/kernel_chain_steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "advisor/scopes.h"
#include "rewrite/kernel_turns.h"
#include "rewrite/layout.h"
#include "rewrite/names.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;

constexpr int kDeepest = 8;  // calls in calls
constexpr int kMostFollowed = 500;
constexpr std::string_view kMostItems = "10**8";  // of a list that is made

bool short_whole(Node node) {
  constexpr std::size_t kDigits = 15;
  return node.is("integer") && node.text().size() <= kDigits &&
         node.text().find_first_not_of("0123456789") == std::string::npos;
}

bool real_literal(Node node) {
  return node.is("float") &&
         node.text().find_first_of("jJ") == std::string::npos;
}

/// As an operand.
std::string held_together(const std::string& text, bool loose) {
  return loose || text.find(' ') == std::string::npos ? text : "(" + text + ")";
}

/// An int; `length`: no less than 0.
ChainState::Value whole(std::string text, bool length) {
  ChainState::Value value;
  value.text = std::move(text);
  value.whole = true;
  value.length = length;
  return value;
}

std::span<const Node> without_text(std::span<const Node> body) {
  const bool text = !body.empty() && body[0].is("expression_statement") &&
                    body[0].child(0).is("string");
  return text ? body.subspan(1) : body;
}

}  // namespace

std::vector<Node> returned(Node statement) {
  const Node value = statement.child(0);
  if (!statement.is("return_statement") || !value) return {};
  if (!value.is("expression_list")) return {value};
  const std::span<const Node> all = value.children();
  return {all.begin(), all.end()};
}

ChainProgram::ChainProgram(const Request& request) : functions(request) {
  for (const advisor::SourceFile& file : request.project.files) {
    advisor::walk(file.root(), [&](Node node) {
      if (!node.is("delete_statement")) return true;
      advisor::walk(node, [&](Node one) {
        if (one.is("identifier")) deleted.emplace(one.text());
        return true;
      });
      return false;
    });
  }
}

ChainSteps::ChainSteps(const Request& request, const ChainProgram& program,
                       Node first, std::set<std::string> taken, bool named)
    : request_(request), program_(program), first_(first), named_(named) {
  if (named_) numpy_ = request_.imports.module_as("numpy", "np");
  top_.scope = scope_around(first);
  state_.taken = std::move(taken);
  state_.taken.insert(numpy_);
}

bool ChainSteps::add(Node statement) {
  State before = state_;
  top_.names = &state_.names;
  if (follow(statement, top_)) return true;
  state_ = std::move(before);
  return false;
}

bool ChainSteps::follow(Node statement, Frame& frame) {
  if (++followed_ > kMostFollowed) return false;
  if (statement.is("for_statement")) {
    const advisor::Candidate* loop = candidate_at(statement);
    return loop && kernel(*loop, frame, "").has_value();
  }
  const Node made = statement.child(0);
  return statement.is("expression_statement") && made.is("assignment") &&
         statement.children().size() == 1 && !made.field("type") &&
         assign(made, frame);
}

bool ChainSteps::assign(Node made, Frame& frame) {
  const Node left = made.field("left");
  const Node right = made.field("right");
  if (left.is("identifier")) {
    const std::string name(left.text());
    const auto wish = frame.wishes.find(name);
    const auto given =
        value(right, frame, wish == frame.wishes.end() ? name : wish->second);
    return given && bind(name, *given, frame);
  }
  std::vector<std::string> targets;
  for (Node one : left.children()) {
    if (!one.is("identifier")) return false;
    targets.emplace_back(one.text());
  }
  const std::set<std::string> different(targets.begin(), targets.end());
  if (!left.is("pattern_list") || different.size() != targets.size()) {
    return false;
  }
  std::optional<Values> values;
  if (right.is("call")) {
    values = call(right, frame, targets);
  } else if (right.is("expression_list") &&
             right.children().size() == targets.size()) {
    values.emplace();
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const auto one = value(right.child(i), frame, targets[i]);
      if (!one) return false;
      values->push_back(*one);
    }
  }
  if (!values || values->size() != targets.size()) return false;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (!bind(targets[i], (*values)[i], frame)) return false;
  }
  return true;
}

/// Only variables that nobody else has.
bool ChainSteps::bind(const std::string& name, const Value& value,
                      Frame& frame) {
  if (!frame.scope.is("module") &&
      !advisor::scope_names(frame.scope).locals.contains(name)) {
    return false;
  }
  if (&frame == &top_) {
    std::erase(state_.bound, name);
    state_.bound.push_back(name);
  }
  (*frame.names)[name] = value;
  return true;
}

std::optional<ChainSteps::Value> ChainSteps::value(Node node, Frame& frame,
                                                   const std::string& wish) {
  if (node.is("list") && node.children().empty()) {
    return list_value(new_list());
  }
  if (const auto maker = list_maker(node)) return made(*maker, frame, wish);
  if (node.is("list_comprehension")) {
    const advisor::Candidate* loop = candidate_at(node);
    return loop ? kernel(*loop, frame, wish) : std::nullopt;
  }
  if (auto text = number(node, frame)) return text;
  if (node.is("subscript")) return item(node, frame, wish);
  if (node.is("tuple")) return tuple(node);
  if (!node.is("call")) return std::nullopt;
  const auto values = call(node, frame, {wish});
  if (!values || values->size() != 1) return std::nullopt;
  return values->front();
}

// Numbers and variables, and of ints sums, products and quotients.
std::optional<ChainSteps::Value> ChainSteps::number(Node node, Frame& frame) {
  if (node.is("parenthesized_expression")) return number(node.child(0), frame);
  if (short_whole(node)) return whole(std::string(node.text()), true);
  if (real_literal(node)) {
    return Value{Value::Kind::kNumber, std::string(node.text())};
  }
  const Node negated = node.field("argument");
  if (node.is("unary_operator") && node.field("operator").text() == "-" &&
      (short_whole(negated) || real_literal(negated))) {
    const std::string text = "-" + std::string(negated.text());
    if (negated.is("integer")) return whole(text, false);
    return Value{Value::Kind::kNumber, text};
  }
  if (node.is("identifier")) return lookup(std::string(node.text()), frame);
  if (node.is("call")) {
    const Node arguments = node.field("arguments");
    const bool length = node.field("function").text() == "len" &&
                        arguments.is("argument_list") &&
                        arguments.children().size() == 1;
    return length ? this->length(arguments.child(0), frame) : std::nullopt;
  }
  if (!node.is("binary_operator")) return std::nullopt;
  const std::string op(node.field("operator").text());
  auto left = number(node.field("left"), frame);
  auto right = number(node.field("right"), frame);
  const bool divides = op == "//" || op == "%";
  const bool known = op == "+" || op == "-" || op == "*" || divides;
  if (!known || !left || !right) return std::nullopt;
  for (const Value* one : {&*left, &*right}) {
    if (one->outer) state_.whole.insert(one->text);
    if (!one->outer && !one->whole) return std::nullopt;
  }
  if (divides) {
    refuse_if(right->text + " == 0");
    return whole(fmt::format("{} {} {}", held_together(left->text, false), op,
                             held_together(right->text, false)),
                 false);
  }
  return whole(fmt::format("{} {} {}", held_together(left->text, op != "*"), op,
                           held_together(right->text, op == "+")),
               false);
}

// `table[0][0]`, of a list that is not filled any more.
std::optional<ChainSteps::Value> ChainSteps::item(Node node, Frame& frame,
                                                  const std::string& wish) {
  std::vector<std::string> at;
  for (; node.is("subscript"); node = node.field("value")) {
    const std::vector<Node> one = node.fields("subscript");
    if (one.size() != 1 || !place_literal(one[0].text())) return std::nullopt;
    at.insert(at.begin(), std::string(one[0].text()));
  }
  const auto named = node.is("identifier")
                         ? lookup(std::string(node.text()), frame)
                         : std::nullopt;
  if (!named || named->kind != Value::Kind::kList) return std::nullopt;
  ChainState::List& list = state_.lists[named->list];
  if (list.array.empty() || at.size() != (list.rows ? 2U : 1U)) {
    return std::nullopt;
  }
  const std::string array = list.array;
  list.read = true;
  need_place("len(" + array + ")", at[0]);
  if (list.rows) need_place(array + ".shape[1]", at[1]);
  const std::string one = fresh(wish.empty() ? "item" : wish);
  line(1, one + " = " + array + "[" + joined(at) + "].item()");
  return Value{Value::Kind::kNumber, one};
}

// `(0, 0)`: nothing is computed with it.
std::optional<ChainSteps::Value> ChainSteps::tuple(Node node) {
  const std::span<const Node> parts = node.children();
  const bool plain =
      parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](Node one) {
        const Node of =
            one.is("unary_operator") && one.field("operator").text() == "-"
                ? one.field("argument")
                : one;
        return short_whole(of) || real_literal(of);
      });
  if (!plain) return std::nullopt;
  return Value{Value::Kind::kNumber, std::string(node.text())};
}

// `xs`, `grid[0]`
std::optional<ChainSteps::Value> ChainSteps::length(Node of, Frame& frame) {
  const std::vector<Node> at = of.fields("subscript");
  const bool row = of.is("subscript") && at.size() == 1 && at[0].text() == "0";
  const Node name = row ? of.field("value") : of;
  if (!name.is("identifier")) return std::nullopt;
  const auto list = lookup(std::string(name.text()), frame);
  if (!list) return std::nullopt;
  if (list->outer && !row) {
    state_.measured.insert(list->text);
    return whole("len(" + list->text + ")", true);
  }
  if (list->kind != Value::Kind::kList) return std::nullopt;
  const ChainState::List& known = state_.lists[list->list];
  if (known.array.empty() || (row && !known.rows)) return std::nullopt;
  return whole(row ? known.array + ".shape[1]" : "len(" + known.array + ")",
               true);
}

std::optional<ChainSteps::Value> ChainSteps::lookup(const std::string& name,
                                                    Frame& frame) {
  const auto own = frame.names->find(name);
  if (own != frame.names->end()) return own->second;
  if (frame.names == top_.names) return outer(name);
  const auto inside = advisor::scope_names(frame.scope);
  if (inside.locals.contains(name)) return std::nullopt;
  if (top_.scope.is("module")) return lookup(name, top_);
  // Where the statements stand the name means something else.
  const bool hidden = advisor::scope_names(top_.scope).locals.contains(name);
  return hidden ? std::nullopt : outer(name);
}

std::optional<ChainSteps::Value> ChainSteps::outer(const std::string& name) {
  const bool own = top_.scope.is("module") ||
                   advisor::scope_names(top_.scope).locals.contains(name);
  Node place = first_;
  while (!own && !place.parent().is("module")) place = place.parent();
  // In a class `__x` is another name.
  if (name.starts_with("__") || program_.deleted.contains(name) ||
      !surely_bound(place, name)) {
    return std::nullopt;
  }
  const bool known =
      std::find(state_.parameters.begin(), state_.parameters.end(), name) !=
      state_.parameters.end();
  if (!known) state_.parameters.push_back(name);
  state_.taken.insert(name);
  return Value{Value::Kind::kNumber, name, true};
}

std::optional<std::string> ChainSteps::number_text(const std::string& name,
                                                   Frame& frame) {
  const auto value = lookup(name, frame);
  if (!value || value->kind != Value::Kind::kNumber) return std::nullopt;
  return value->text;
}

std::optional<ChainSteps::Values> ChainSteps::call(
    Node node, Frame& frame, const std::vector<std::string>& targets) {
  const Node function = program_.functions.called(node);
  const std::string name(node.field("function").text());
  const Node list = node.field("arguments");
  const std::span<const Node> arguments = list.children();
  if (!function || !function.parent().is("module") ||
      !node.field("function").is("identifier") || depth_ == kDeepest ||
      !program_.functions.contains(function) || !plain_parameters(function) ||
      !list.is("argument_list") ||
      (!frame.scope.is("module") &&
       advisor::scope_names(frame.scope).locals.contains(name))) {
    return std::nullopt;
  }
  const std::span<const Node> parameters =
      function.field("parameters").children();
  const bool there =
      function.range().end <= first_.range().begin || !top_.scope.is("module");
  const std::span<const Node> body =
      without_text(function.field("body").children());
  if (parameters.size() != arguments.size() || body.empty() || !there) {
    return std::nullopt;
  }
  Frame inner;
  inner.scope = function;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto given =
        value(arguments[i], frame, std::string(parameters[i].text()));
    if (!given) return std::nullopt;
    inner.own[std::string(parameters[i].text())] = *given;
  }
  const std::vector<Node> results = returned(body.back());
  if (results.size() != targets.size()) return std::nullopt;
  for (std::size_t i = 0; i < results.size(); ++i) {
    inner.wishes[std::string(results[i].text())] = targets[i];
  }
  ++depth_;
  bool fits = true;
  for (Node one : body.first(body.size() - 1)) {
    fits = fits && follow(one, inner);
  }
  // Asked last: it goes through the whole program.
  fits = fits && !looks_behind(request_.project, name);
  auto values = fits ? given_back(body.back(), inner, targets) : std::nullopt;
  --depth_;
  return values;
}

std::optional<ChainSteps::Values> ChainSteps::given_back(
    Node statement, Frame& frame, const std::vector<std::string>& targets) {
  Values values;
  for (Node one : returned(statement)) {
    const auto given = value(one, frame, targets[values.size()]);
    if (!given) return std::nullopt;
    values.push_back(*given);
  }
  return values;
}

std::optional<std::string> ChainSteps::size_text(const ListSize& size,
                                                 Frame& frame) {
  if (size.of == ListSize::Of::kNumber) return size.text;
  const auto named = lookup(size.text, frame);
  if (!named) return std::nullopt;
  if (size.of == ListSize::Of::kName) {
    if (named->kind != Value::Kind::kNumber) return std::nullopt;
    if (!named->outer && !named->whole) return std::nullopt;
    if (named->outer) state_.whole.insert(named->text);
    return named->length ? named->text : "max(" + named->text + ", 0)";
  }
  if (named->kind != Value::Kind::kList) return std::nullopt;
  const ChainState::List& list = state_.lists[named->list];
  const bool columns = size.of == ListSize::Of::kColumns;
  if (list.array.empty() || (columns && !list.rows)) return std::nullopt;
  return columns ? list.array + ".shape[1]" : "len(" + list.array + ")";
}

// A list that is filled by its places.
std::optional<ChainSteps::Value> ChainSteps::made(const ListMaker& maker,
                                                  Frame& frame,
                                                  const std::string& wish) {
  if (!maker.copied.empty()) return std::nullopt;
  std::vector<std::string> sizes;
  for (const ListSize& size : maker.sizes) {
    auto text = size_text(size, frame);
    if (!text) return std::nullopt;
    sizes.push_back(std::move(*text));
  }
  const std::size_t at = new_list();
  ChainState::List& list = state_.lists[at];
  list.array = fresh(wish);
  list.rows = maker.rows;
  list.type = maker.type;
  list.stored = true;
  std::string count;
  for (const std::string& size : sizes) {
    count += (count.empty() ? "" : " * ") + size;
  }
  // Python's own error where there is no room.
  if (count.find("max(") != std::string::npos) {
    refuse_if(fmt::format("{} > {}", count, kMostItems));
  }
  line(1, fmt::format("{} = {}.full({}, {})", list.array, numpy_,
                      sizes.size() == 1 ? sizes[0] : "(" + joined(sizes) + ")",
                      maker.fill));
  if (list.rows) refuse_if("not len(" + list.array + ")");
  return list_value(at);
}

std::size_t ChainSteps::new_list() {
  state_.lists.emplace_back();
  return state_.lists.size() - 1;
}

ChainSteps::Value ChainSteps::list_value(std::size_t at) {
  Value value;
  value.kind = Value::Kind::kList;
  value.list = at;
  return value;
}

std::string ChainSteps::fresh(const std::string& wish) {
  std::string name = wish;
  for (int i = 2; state_.taken.contains(name) || reserved_word(name); ++i) {
    name = wish + "_" + std::to_string(i);
  }
  state_.taken.insert(name);
  return name;
}

void ChainSteps::refuse_if(const std::string& condition) {
  line(1, "if " + condition + ":");
  line(2, "return None");
}

}  // namespace ppp::rewrite
