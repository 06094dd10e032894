// SPDX-License-Identifier: Apache-2.0
#include "advisor/pieces.h"

#include <algorithm>
#include <functional>

#include "advisor/accumulators.h"
#include "advisor/additions.h"
#include "advisor/begins.h"
#include "advisor/candidate.h"
#include "advisor/conditional.h"
#include "advisor/liveness.h"
#include "advisor/named_function.h"
#include "advisor/outside.h"
#include "advisor/quiet.h"
#include "advisor/row_call.h"
#include "advisor/split_text.h"
#include "advisor/transfer.h"
#include "advisor/weight.h"
namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

std::vector<Node> find_parts(const LoopShape& shape, bool source_apart) {
  std::vector<Node> parts;
  auto add_one = [&](Node node) {
    bool known = std::find(parts.begin(), parts.end(), node) != parts.end();
    if (!known) parts.push_back(node);
  };
  auto add = [&](Node node) {
    if (!node) return;
    add_one(node);
    for (Node inner : certain_expressions(node)) add_one(inner);
  };
  if (source_apart) parts.push_back(shape.source);
  if (shape.applied) parts.push_back(shape.applied->function);
  if (shape.consumer) parts.push_back(shape.consumer);
  for (Node statement : shape.body) {
    add(statement);
    if (first_in_try(statement)) {
      for (Node inner : statement.field("body").children()) add(inner);
    }
    for (const Addition& addition : additions_in(statement)) {
      add_one(addition.node);
      for (Node node : addition.parts()) add_one(node);
    }
  }
  for (const Way& way : conditional_ways(shape)) {
    for (const Step& step : way.steps) {
      if (step.condition) add(step.node);
    }
    add(way.statement);
  }
  add(shape.element);
  add(shape.key);
  for (Node clause : shape.clauses) {
    Node right = clause.field("right");
    add(right ? right : clause.child(0));
  }
  return parts;
}

Piece applied_piece(const Trial& trial) {
  Node function = trial.shape.applied->function;
  Piece piece;
  piece.nodes = {function};
  piece.expression = piece.applies = true;
  piece.use = use_of(trial, {function});
  piece.weight = applied_weight(trial, function);
  return piece;
}

bool holds_answer(const Trial& trial, std::string_view name) {
  const Value value =
      trial.interpreter.variable(trial.interpreter.loop_scope(), name);
  return std::any_of(value.begin(), value.end(), [&](ObjectId id) {
    return holds_resource(trial.interpreter, trial.interpreter.heap().at(id));
  });
}

// `response.raise_for_status()`, with what is `needed` behind it.
bool checks_answer(const Trial& trial, Node statement, const Names& needed) {
  const Node call = statement.child(0);
  if (!statement.is("expression_statement") || !call.is("call")) return false;
  const Node object = call.field("function").field("object");
  return object.is("identifier") && needed.contains(object.text()) &&
         holds_answer(trial, object.text());
}

// Of the statements before body[at] those that bind names which `work` reads,
// and all behind these: they could change what is bound.
std::vector<Node> prelude_of(const Trial& trial, const std::vector<Node>& work,
                             std::size_t at) {
  std::size_t first = at;
  Names needed = use_of(trial, work).exposed;
  Value used;
  for (Node node : work) used.add(used_in(trial, node));
  for (std::size_t i = at; i-- > 0;) {
    NameUse use = use_of(trial, {trial.shape.body[i]});
    const Value shared = used_in(trial, trial.shape.body[i]);
    bool binds = std::any_of(
        use.written.begin(), use.written.end(),
        [&](const std::string& name) { return needed.contains(name); });
    bool feeds = std::any_of(shared.begin(), shared.end(),
                             [&](ObjectId id) { return used.contains(id); });
    const bool checks = checks_answer(trial, trial.shape.body[i], needed);
    if (!binds && !feeds && !checks) continue;
    for (; first > i; --first) {
      const Node taken = trial.shape.body[first - 1];
      const Names exposed = use_of(trial, {taken}).exposed;
      needed.insert(exposed.begin(), exposed.end());
      used.add(used_in(trial, taken));
    }
  }
  const auto begin = trial.shape.body.begin();
  return {begin + static_cast<std::ptrdiff_t>(first),
          begin + static_cast<std::ptrdiff_t>(at)};
}

// `work`, of body[at], behind its prelude.
Piece with_prelude(const Trial& trial, const std::vector<Node>& work,
                   std::size_t at) {
  Piece piece;
  piece.nodes = prelude_of(trial, work, at);
  piece.prelude = piece.nodes.size();
  piece.nodes.insert(piece.nodes.end(), work.begin(), work.end());
  for (Node node : piece.nodes) piece.weight += weight(trial, node);
  piece.use = use_of(trial, piece.nodes);
  return piece;
}

// None of the statements leaves the loop.
bool stays_in_loop(const Piece& piece) {
  return std::all_of(piece.nodes.begin(), piece.nodes.end(),
                     [](Node node) { return exits_in(node).empty(); });
}

bool asks(const Trial& trial, Node node) {
  if (!used_in(trial, node).empty()) return true;
  return std::any_of(trial.parts.begin(), trial.parts.end(), [&](Node part) {
    if (!node.range().contains(part.range())) return false;
    const Effects& effects = trial.interpreter.effects_of_part(part);
    return std::any_of(effects.begin(), effects.end(), [](const auto& one) {
      return one.first.kind == Effect::Kind::kOutside &&
             (is_request(one.first.name) || one.first.name == "program");
    });
  });
}

// What its prelude asks of a server, or of an object for one thread, is not
// asked in the loop, too.
bool asks_once(const Trial& trial, const Piece& piece) {
  const bool any = std::any_of(
      piece.nodes.begin(),
      piece.nodes.begin() + static_cast<std::ptrdiff_t>(piece.prelude),
      [&](Node node) { return asks(trial, node); });
  return !any || !prelude_stays(trial, piece);
}

// The expression takes what its prelude has asked for, which may be all that
// takes time: `cur.execute(query)`, `cur.fetchone()`. Or it takes a part of an
// answer, `r.text`, which then need not be handed on.
bool takes_answer(const Trial& trial, const Piece& piece) {
  if (piece.weight <= 0) return false;
  if (!used_in(trial, piece.tail()).empty()) return true;
  const NameUse use = use_of(trial, {piece.tail()});
  return std::any_of(
      use.exposed.begin(), use.exposed.end(), [&](const std::string& name) {
        return piece.use.bound.contains(name) && holds_answer(trial, name);
      });
}

// `continue` below a `finally`: as a return it would fix the result before
// that clause adds to it.
bool skips_through_finally(Node statement) {
  bool found = false;
  walk(statement, [&](Node node) {
    if (!node.is("continue_statement")) return !found;
    for (Node at = node; !(at == statement.parent()); at = at.parent()) {
      std::span<const Node> parts = at.children();
      found |= at.is("try_statement") && parts.back().is("finally_clause");
    }
    return !found;
  });
  return found;
}

// All runs of statements from body[first] on.
void add_runs(const Trial& trial, std::size_t first,
              std::vector<Piece>& pieces) {
  const std::vector<Node>& body = trial.shape.body;
  double total = 0;
  bool skips = false;
  std::vector<Node> run;
  for (std::size_t last = first; last < body.size(); ++last) {
    if (!exits_in(body[last]).empty() || body[last].is("block") ||
        skips_through_finally(body[last])) {
      break;
    }
    run.push_back(body[last]);
    total += weight(trial, body[last]);
    skips |= may_skip_rest(body[last]);
    // Who skips the rest of an iteration must be all the rest.
    if (total <= 0 || (skips && last + 1 < body.size())) continue;
    Piece piece;
    piece.nodes = run;
    piece.weight = total;
    piece.use = use_of(trial, run);
    piece.skips = skips;
    if (skips) piece.use.bound.clear();
    accumulate(trial, piece);
    pieces.push_back(std::move(piece));
  }
}

// The statements with which body[at], a `try`, begins, as far as they may be
// run elsewhere as a whole.
void add_caught_runs(const Trial& trial, std::size_t at,
                     std::vector<Piece>& pieces) {
  double total = 0;
  std::vector<Node> run;
  for (Node statement : trial.shape.body[at].field("body").children()) {
    if (!exits_in(statement).empty() || may_skip_rest(statement)) return;
    run.push_back(statement);
    total += weight(trial, statement);
    Piece piece = with_prelude(trial, run, at);
    piece.caught = true;
    if (total > 0 && stays_in_loop(piece) && asks_once(trial, piece)) {
      pieces.push_back(std::move(piece));
    }
  }
}

bool bound_by(std::span<const Node> statements, std::string_view name) {
  return name_use(statements, [](Node) { return false; }).bound.contains(name);
}

bool is_parameter(Node function, std::string_view name) {
  for (Node parameter : function.field("parameters").children()) {
    Node named = parameter.field("name");
    if (!named)
      named = parameter.is("identifier") ? parameter : parameter.child(0);
    if (named.is("identifier") && named.text() == name) return true;
  }
  return false;
}

// What `piece` leaves of the statements and conditions below `node`.
void add_rest(Node node, const Piece& piece, std::vector<Node>& rest) {
  if (piece.covers(node)) return;
  const bool around = std::any_of(
      piece.nodes.begin(), piece.nodes.end(),
      [&](Node mine) { return node.range().contains(mine.range()); });
  const bool statement = node.is("if_statement") || node.is("try_statement");
  const bool clause = node.is("elif_clause") || node.is("else_clause") ||
                      node.is("except_clause") ||
                      node.is("except_group_clause") ||
                      node.is("finally_clause") || node.is("block");
  if (!clause && !(statement && around)) {
    rest.push_back(node);
    return;
  }
  for (Node child : node.children()) add_rest(child, piece, rest);
}

std::vector<Node> rest_of_body(const Trial& trial, const Piece& piece) {
  std::vector<Node> rest;
  for (Node statement : trial.shape.body) add_rest(statement, piece, rest);
  return rest;
}

// `print(…, file=sys.stderr)`, `sys.stderr.write(…)`: which stream that is is
// asked each time, and nothing else of it.
bool is_told(const SourceFile& file, Node name) {
  const Node stream = name.parent();
  if (name.text() != "stderr" || !stream.is("attribute") ||
      stream.field("attribute") != name) {
    return false;
  }
  const Node around = stream.parent();
  if (around.is("keyword_argument")) {
    const Node function = around.parent().parent().field("function");
    return around.field("name").text() == "file" && function.is("identifier") &&
           function.text() == "print" && is_builtin(file, function);
  }
  const std::string_view method = around.field("attribute").text();
  const Node call = around.parent();
  return around.is("attribute") && call.is("call") &&
         call.field("function") == around &&
         (method == "write" || method == "writelines" || method == "flush");
}

/// An identifier or a text that holds `word`.
bool any_word(const Project& project, std::string_view word,
              const std::function<bool(const SourceFile&, Node)>& wanted) {
  bool found = false;
  for (const SourceFile& file : project.files) {
    if (file.text().find(word) == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      found = found || ((node.is("identifier") || node.is("string_content")) &&
                        node.text().find(word) != std::string_view::npos &&
                        wanted(file, node));
      return !found;
    });
  }
  return found;
}

// Anything else that looks at it would see that it is another one meanwhile.
bool mentions_stdout(const Project& project) {
  return any_word(project, "stdout", [](const SourceFile&, Node node) {
    return node.is("identifier");
  });
}

bool keeps_stderr(const Project& project) {
  return any_word(project, "stderr", [](const SourceFile& file, Node node) {
    return node.is("string_content") ||
           (node.is("identifier") && !is_told(file, node));
  });
}

/// It is all that its statement does, or gets a name there: a failure that is
/// handed on has a place before it.
bool is_statement(Node expression) {
  Node around = expression.parent();
  if (around.is("list_splat")) around = around.parent();
  const Node call = around.parent();
  const bool first_half =
      expression.is("call") && around.is("argument_list") &&
      is_second_name(called_name(call), called_name(expression));
  const Node whole = first_half ? call : expression;
  Node parent = whole.parent();
  if (parent.is("assignment") && parent.field("right") == whole) {
    parent = parent.parent();
  }
  return parent.is("expression_statement");
}

}  // namespace

bool passes_exceptions(const Interpreter& interpreter, Node manager) {
  const Value value = interpreter.value_of(manager);
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = interpreter.heap().at(id);
           return object.kind == Kind::kLibraryInstance &&
                  !object.name.starts_with("contextlib.");
         });
}

bool managers_pass(const Trial& trial) {
  for (Node node = trial.loop.node.parent();
       node && !node.is("function_definition"); node = node.parent()) {
    if (!node.is("with_statement")) continue;
    for (Node item : node.child(0).children()) {
      Node manager = item.field("value");
      if (manager.is("as_pattern")) manager = manager.child(0);
      if (!passes_exceptions(trial.interpreter, manager)) return false;
    }
  }
  return true;
}

NameUse use_of(const Trial& trial, const std::vector<Node>& nodes) {
  return name_use(nodes, [&](Node manager) {
    return passes_exceptions(trial.interpreter, manager);
  });
}

Question question_of(const Loop& loop, bool source_apart) {
  const LoopShape shape = shape_of(loop);
  Question question;
  question.source = loop.source;
  question.loop = loop.node;
  question.range = loop.hot.range;
  question.row = loop.sequence;
  if (loop.hot.kind == LoopKind::kRowCall) {
    const auto row = row_call(loop.node);
    question.loop = row ? row->statement : group_call(loop.node)->statement;
    question.range = question.loop.range();
    question.row = {question.loop};
  }
  if (shape.applied) {
    question.item_call = shape.applied->call;
    question.item_function = shape.applied->function;
  }
  question.consumer = shape.consumer;
  if (source_apart) question.source_apart = shape.source;
  question.parts = find_parts(shape, source_apart);
  return question;
}

Trial::Trial(const Project& its_project, const Loop& its_loop,
             const profiler::Profile* its_profile,
             const Interpreter& its_interpreter)
    : project(its_project),
      loop(its_loop),
      profile(its_profile),
      shape(shape_of(loop)),
      interpreter(its_interpreter),
      parts(interpreter.question().parts) {
  for (Node part : shape.targets()) {
    for (const std::string& name : bound_names(part)) target.insert(name);
  }
}

Value Trial::items() const {
  if (shape.applied) return interpreter.items();
  Value all;
  for (const std::string& name : target) {
    all.add(
        interpreter.variable_from(interpreter.loop_scope(), name, loop.node));
  }
  return all;
}

bool Trial::live_after(std::string_view name) const {
  auto known = live_.find(name);
  if (known == live_.end()) {
    known = live_.emplace(name, advisor::live_after(project, loop, name)).first;
  }
  return known->second;
}

Value used_in(const Trial& trial, Node node) {
  Value used;
  for (Node part : trial.parts) {
    if (!node.range().contains(part.range())) continue;
    for (const auto& [effect, place] :
         trial.interpreter.effects_of_part(part)) {
      if (effect.kind == Effect::Kind::kUses) used.add(effect.subject);
    }
  }
  return used;
}

static std::vector<Piece> pieces_of(const Trial& trial) {
  std::vector<Piece> pieces;
  if (trial.shape.applied) {
    Piece piece = applied_piece(trial);
    if (piece.weight > 0) pieces.push_back(std::move(piece));
    return pieces;
  }
  auto add_expression = [&](Node node, Node statement) {
    double w = weight_of_expression(trial, node, statement);
    if (w <= 0 || static_weight(node) < 1) return;
    Piece piece;
    piece.nodes = {node};
    piece.expression = true;
    piece.weight = w;
    piece.use = use_of(trial, {node});
    pieces.push_back(std::move(piece));
  };
  if (trial.shape.element) {
    if (quiet_clauses(trial)) {
      add_expression(trial.shape.element, trial.shape.element);
      for (Piece& piece : pieces) piece.may_warn = !trial.shape.condition;
    } else if (trial.shape.condition) {
      add_expression(trial.shape.condition, trial.shape.condition);
    }
    return pieces;
  }
  auto add_with_prelude = [&](Node expression, std::size_t at, bool caught) {
    Piece piece = with_prelude(trial, {expression}, at);
    piece.expression = true;
    piece.caught = caught;
    if (piece.has_prelude() && stays_in_loop(piece) &&
        asks_once(trial, piece) &&
        ((static_weight(expression) >= 1 && weight(trial, expression) > 0) ||
         takes_answer(trial, piece))) {
      pieces.push_back(std::move(piece));
    }
  };
  // Nothing that is skipped may come before it, as its turn would pass.
  auto add_caught = [&](Node statement, std::size_t at) {
    for (Node expression : certain_expressions(statement)) {
      if (!begins_with(trial, statement, expression)) continue;
      const std::size_t known = pieces.size();
      add_expression(expression, statement);
      if (pieces.size() > known) pieces.back().caught = true;
      if (is_statement(expression)) add_with_prelude(expression, at, true);
    }
  };
  std::vector<Node> body = trial.shape.body;
  for (std::size_t first = 0; first < body.size(); ++first) {
    for (Node expression : certain_expressions(body[first])) {
      add_expression(expression, body[first]);
      add_with_prelude(expression, first, false);
    }
    if (Node start = first_in_try(body[first])) {
      add_caught(start, first);
      add_caught_runs(trial, first, pieces);
    }
    add_runs(trial, first, pieces);
    if (may_skip_rest(body[first])) break;  // what follows is not certain
  }
  for (Piece& piece : conditional_pieces(trial)) {
    pieces.push_back(std::move(piece));
  }
  const bool plain = !mentions_stdout(trial.project);
  const bool plain_errors = !keeps_stderr(trial.project);
  for (Piece& piece : pieces) {
    const bool kept = !piece.has_prelude() &&
                      (piece.expression ? leads(trial, piece) : !piece.caught);
    piece.may_warn = trial.loop.node.is("for_statement") &&
                     !trial.shape.applied && piece.guards.empty() &&
                     !piece.stale_guards;
    piece.may_print = plain && kept;
    piece.may_print_errors = plain_errors && kept;
  }
  return pieces;
}

std::vector<Piece> find_pieces(const Trial& trial) {
  std::vector<Piece> pieces = pieces_of(trial);
  for (Piece& piece : pieces) {
    piece.may_log = !piece.has_prelude();  // a prelude may be run twice
    if (!piece.has_prelude() || !prelude_stays(trial, piece)) continue;
    piece.weight = 0;  // what is taken off the loop
    for (Node node : piece.proper()) piece.weight += weight(trial, node);
  }
  return pieces;
}

double loop_weight(const Trial& trial) {
  if (trial.loop.node.is("call")) return applied_piece(trial).weight;
  if (trial.shape.element) {
    return weight(trial, trial.shape.element) +
           (trial.shape.condition ? weight(trial, trial.shape.condition) : 0) +
           (trial.shape.key ? weight(trial, trial.shape.key) : 0);
  }
  double total = trial.shape.applied ? applied_piece(trial).weight : 0;
  for (Node statement : trial.shape.body) total += weight(trial, statement);
  return total;
}

/// `line = line.strip()` in the prelude: the work is given the item and assigns
/// its own variable, and the loop, which keeps the prelude or has no use for
/// the variable, another one.
bool may_rebind_target(const Trial& trial, const Piece& piece) {
  return trial.loop.node.is("for_statement") && piece.expression &&
         piece.has_prelude() && !piece.stale_guards;
}

std::vector<Reason> binding_conflicts(const Trial& trial, const Piece& piece) {
  std::vector<Reason> reasons;
  if (piece.applies) return reasons;  // it only sees what it is called with
  auto add = [&](std::string id, std::string message) {
    reasons.push_back({std::move(id),
                       std::move(message),
                       {trial.loop.source->span(piece.nodes.front().range())}});
  };
  NameUse rest = use_of(trial, rest_of_body(trial, piece));
  bool kept = piece.has_prelude() && prelude_stays(trial, piece);
  for (const std::string& name : piece.use.written) {
    if (trial.target.contains(name)) {
      if (may_rebind_target(trial, piece)) continue;
      add("rebinds-target", "`" + name +
                                "` is the loop's own variable and "
                                "is assigned in the body");
    } else if (rest.written.contains(name)) {
      add("carried-dependence",
          "`" + name + "` is assigned in several places of the loop");
    } else if (!kept && read_elsewhere(trial, name, piece) &&
               !piece.use.bound.contains(name)) {
      add("carried-dependence",
          "`" + name +
              "` is not assigned in every iteration, so a value "
              "from an earlier one may remain");
    }
  }
  for (Reason& reason : conditional_conflicts(trial, piece)) {
    reasons.push_back(std::move(reason));
  }
  for (const std::string& name : trial.target) {
    if (rest.written.contains(name)) {
      add("rebinds-target", "`" + name +
                                "` is the loop's own variable and "
                                "is assigned in the body");
    }
  }
  return reasons;
}

bool may_be_unbound_again(Node scope, std::string_view name) {
  bool found = false;
  walk(scope, [&](Node node) {
    bool unbinds = node.is("delete_statement") || node.is("except_clause");
    if (!unbinds) return !found;
    // `except types as name`
    Node part =
        node.is("delete_statement") ? node : node.child(0).field("alias");
    walk(part, [&](Node inner) {
      found |= inner.is("identifier") && inner.text() == name;
      return !found;
    });
    return !found;
  });
  return found;
}

/// `with … as name`, which is bound in the body.
bool binds_as(Node with, std::string_view name) {
  const auto items = with.child(0).children();
  return std::any_of(items.begin(), items.end(), [&](Node item) {
    const std::vector<std::string> names =
        bound_names(item.field("value").field("alias"));
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

bool bound_before(const Trial& trial, std::string_view name) {
  const int holder =
      trial.interpreter.resolve(name, trial.interpreter.loop_scope());
  if (holder < 0) return true;  // a builtin
  Node module = trial.loop.source->root();
  Node scope = trial.interpreter.scope_at(holder).node;
  if (may_be_unbound_again(scope, name)) return false;
  if (scope != (trial.loop.function ? trial.loop.function : module)) {
    return scope == module && bound_by(module.children(), name);
  }
  if (is_parameter(scope, name)) return true;
  for (Node at = trial.loop.node; at && !(at == scope); at = at.parent()) {
    std::vector<Node> before;
    for (Node node = at.previous_sibling(); node;
         node = node.previous_sibling()) {
      before.insert(before.begin(), node);
    }
    if (at != trial.loop.node && at.is("for_statement")) {
      const std::vector<std::string> names = bound_names(at.field("left"));
      if (std::find(names.begin(), names.end(), name) != names.end()) {
        return true;
      }
    }
    if (at.is("with_statement") &&
        at.field("body").range().contains(trial.loop.node.range()) &&
        binds_as(at, name)) {
      return true;
    }
    bool block = at.parent().is("block") || at.parent().is("module");
    if (block && !before.empty() && bound_by(before, name)) return true;
  }
  return false;
}

bool prelude_stays(const Trial& trial, const Piece& piece) {
  // What it raises itself is raised in the loop, outside of the `try`.
  if (!piece.guards.empty() || piece.caught) return true;
  std::size_t at = 0;
  while (!trial.shape.body[at].range().contains(piece.tail().range())) ++at;
  std::size_t count = piece.nodes.size() - 1;
  if (at < count || !(trial.shape.body[at - count] == piece.nodes.front())) {
    return true;
  }
  return std::any_of(piece.use.written.begin(), piece.use.written.end(),
                     [&](const std::string& name) {
                       return read_elsewhere(trial, name, piece);
                     });
}

bool read_elsewhere(const Trial& trial, std::string_view name,
                    const Piece& piece) {
  const std::vector<Node> targets = trial.shape.targets();
  bool in_loop = false;
  walk(trial.loop.node, [&](Node node) {
    if (piece.covers(node) ||
        std::find(targets.begin(), targets.end(), node) != targets.end()) {
      return false;
    }
    in_loop |= node.is("identifier") && node.text() == name;
    return !in_loop;
  });
  return in_loop || trial.live_after(name);
}

}  // namespace ppp::advisor
