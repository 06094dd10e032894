// SPDX-License-Identifier: Apache-2.0
#include "advisor/dependence.h"

#include <algorithm>

#include "advisor/interpreter.h"
#include "advisor/isolation.h"
#include "advisor/loop_shape.h"
#include "advisor/loop_source.h"
#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

constexpr double kNearlyAll = 0.95;  // of the best weight: prefer simplicity
constexpr double kWorthwhile = 0.5;  // of the loop's weight

class Judge {
 public:
  Judge(const Project& project, const Library& library, const Loop& loop,
        const profiler::Profile* profile)
      : project_(project),
        loop_(loop),
        profile_(profile),
        shape_(shape_of(loop)),
        parts_(find_parts()),
        interpreter_(project, library, {loop.source, loop.node, parts_}) {
    for (const std::string& name : bound_names(shape_.target)) {
      target_.insert(name);
    }
  }

  Judgement run(const std::vector<Loop>& all_loops) {
    Judgement judgement;
    bool settled = interpreter_.run();
    for (const Loop& other : all_loops) {
      if (interpreter_.runs_inside(other.node)) {
        judgement.inner_loops.push_back(other.node);
      }
    }
    if (auto refused = refuse_program(settled)) {
      judgement.reasons = {*refused};
      return judgement;
    }
    judgement.reasons = check_source(interpreter_, *loop_.source, shape_);
    if (!judgement.reasons.empty()) return judgement;
    std::vector<Piece> pieces = find_pieces();
    std::optional<Piece> best = choose(pieces, judgement.reasons);
    if (best) judgement.candidate = candidate(*best, judgement.reasons);
    return judgement;
  }

 private:
  std::vector<Node> find_parts() const {
    std::vector<Node> parts;
    auto add = [&](Node node) {
      if (!node) return;
      parts.push_back(node);
      for (Node inner : certain_expressions(node)) {
        if (!(inner == node)) parts.push_back(inner);
      }
    };
    for (Node statement : shape_.body) add(statement);
    add(shape_.element);
    add(shape_.key);
    add(shape_.condition);
    return parts;
  }

  std::optional<Reason> refuse_program(bool settled) const {
    auto here = [&](std::string id, std::string message) {
      return Reason{std::move(id), std::move(message), {loop_.hot.span}};
    };
    const Effects all = interpreter_.all_effects();
    auto own_source = all.find({Effect::Kind::kOutside, -1, "own-source"});
    if (own_source != all.end() &&
        all.contains({Effect::Kind::kOutside, -1, "file-read"})) {
      Span span = own_source->second.span();
      return Reason{"reads-own-source",
                    "the program may read its own text: `__file__` on line " +
                        std::to_string(span.line),
                    {span}};
    }
    for (const auto& [effect, place] : all) {
      if (effect.kind != Effect::Kind::kOutside) continue;
      if (effect.name != "dynamic" && effect.name != "hook") continue;
      return Reason{
          "dynamic-code",
          "`" + std::string(place.source->slice(place.range).substr(0, 60)) +
              "` on line " + std::to_string(place.span().line) +
              " runs or changes code that cannot be seen",
          {place.span()}};
    }
    for (const SourceFile& file : project_.files) {
      if (!file.well_formed()) {
        return here("syntax-not-understood",
                    file.file() + " is not fully understood");
      }
    }
    if (!settled) {
      return here("too-complex", "the program is too complex to be analysed");
    }
    if (interpreter_.loop_scope() < 0) {
      return here("unreached",
                  "nothing in the sources shows how this is called");
    }
    if (shape_.element && loop_.hot.kind == LoopKind::kGeneratorExpression) {
      return refuse_consumer();
    }
    return std::nullopt;
  }

  // A generator expression must be used up at once, by something known.
  std::optional<Reason> refuse_consumer() const {
    Node call = loop_.node.parent();
    if (call.is("argument_list")) call = call.parent();
    Node callee = call.field("function");
    static const std::set<std::string_view> eager = {
        "sum", "min", "max", "list", "tuple", "set", "frozenset", "sorted"};
    bool known = call.is("call") && callee.is("identifier") &&
                 eager.contains(callee.text());
    for (ObjectId id : interpreter_.value_of(callee)) {
      const Object& object = interpreter_.heap().at(id);
      known = known && (object.kind == Kind::kLibraryFunction ||
                        object.kind == Kind::kLibraryType);
    }
    if (known) return std::nullopt;
    return Reason{"lazy-consumer",
                  "the generator is not used up at once by a known function",
                  {loop_.hot.span}};
  }

  NameUse use_of(const std::vector<Node>& nodes) const {
    return name_use(nodes, [&](Node manager) {
      Value value = interpreter_.value_of(manager);
      return !value.empty() &&
             std::all_of(value.begin(), value.end(), [&](ObjectId id) {
               const Object& object = interpreter_.heap().at(id);
               return object.kind == Kind::kLibraryInstance &&
                      !object.name.starts_with("contextlib.");
             });
    });
  }

  double weight(Node node) const {
    if (static_weight(node) <= 0) return 0;
    if (!profile_) return static_weight(node) + 10 * project_calls(node);
    return cost_of_lines(*profile_, loop_.source->span(node.range())).wall_s;
  }

  int project_calls(Node node) const {
    int count = 0;
    walk(node, [&](Node inner) {
      if (!inner.is("call")) return true;
      for (ObjectId id : interpreter_.value_of(inner.field("function"))) {
        Kind kind = interpreter_.heap().at(id).kind;
        count += kind == Kind::kFunction || kind == Kind::kBoundMethod;
      }
      return true;
    });
    return count;
  }

  // `expression` of body[at], with the earlier statements that bind the names
  // which it reads.
  Piece with_prelude(Node expression, std::size_t at) const {
    std::vector<bool> taken(at, false);
    Names needed = use_of({expression}).exposed;
    for (std::size_t i = at; i-- > 0;) {
      NameUse use = use_of({shape_.body[i]});
      bool binds = std::any_of(
          use.written.begin(), use.written.end(),
          [&](const std::string& name) { return needed.contains(name); });
      if (!binds) continue;
      taken[i] = true;
      needed.insert(use.exposed.begin(), use.exposed.end());
    }
    Piece piece;
    piece.expression = true;
    for (std::size_t i = 0; i < at; ++i) {
      if (!taken[i]) continue;
      piece.nodes.push_back(shape_.body[i]);
      piece.weight += weight(shape_.body[i]);
    }
    piece.nodes.push_back(expression);
    piece.weight += weight(expression);
    piece.use = use_of(piece.nodes);
    return piece;
  }

  std::vector<Piece> find_pieces() const {
    std::vector<Piece> pieces;
    auto add_expression = [&](Node node) {
      double w = weight(node);
      if (w > 0 && static_weight(node) >= 1)
        pieces.push_back({{node}, true, w, use_of({node})});
    };
    if (loop_.hot.kind != LoopKind::kFor) {
      if (shape_.condition) {
        add_expression(shape_.condition);
      } else {
        add_expression(shape_.element);
      }
      return pieces;
    }
    std::vector<Node> body = shape_.body;
    for (std::size_t first = 0; first < body.size(); ++first) {
      for (Node expression : certain_expressions(body[first])) {
        add_expression(expression);
        Piece piece = with_prelude(expression, first);
        if (piece.has_prelude() && weight(expression) > 0 &&
            static_weight(expression) >= 1) {
          pieces.push_back(std::move(piece));
        }
      }
      double total = 0;
      std::vector<Node> run;
      for (std::size_t last = first; last < body.size(); ++last) {
        if (may_skip_rest(body[last]) || body[last].is("block")) break;
        run.push_back(body[last]);
        total += weight(body[last]);
        if (total > 0) pieces.push_back({run, false, total, use_of(run)});
      }
      if (may_skip_rest(body[first])) break;  // what follows is not certain
    }
    return pieces;
  }

  double loop_weight() const {
    if (loop_.hot.kind != LoopKind::kFor) {
      return weight(shape_.element) +
             (shape_.condition ? weight(shape_.condition) : 0) +
             (shape_.key ? weight(shape_.key) : 0);
    }
    double total = 0;
    for (Node statement : shape_.body) total += weight(statement);
    return total;
  }

  std::vector<Reason> problems(const Piece& piece) const {
    Isolation isolation(interpreter_, *loop_.source, parts_, piece, target_);
    std::vector<Reason> reasons = isolation.conflicts();
    std::vector<Reason> source =
        source_conflicts(interpreter_, isolation, shape_);
    reasons.insert(reasons.end(), source.begin(), source.end());
    std::vector<Reason> bindings = binding_conflicts(piece);
    reasons.insert(reasons.end(), bindings.begin(), bindings.end());
    return reasons;
  }

  // Names that the piece binds and others read must be bound in every
  // iteration, and by nobody else in the loop.
  std::vector<Reason> binding_conflicts(const Piece& piece) const {
    std::vector<Reason> reasons;
    auto add = [&](std::string id, std::string message) {
      reasons.push_back({std::move(id),
                         std::move(message),
                         {loop_.source->span(piece.nodes.front().range())}});
    };
    NameUse rest = use_of(rest_of_body(piece));
    bool kept = piece.has_prelude() && prelude_stays(piece);
    for (const std::string& name : piece.use.written) {
      if (target_.contains(name)) {
        add("rebinds-target", "`" + name +
                                  "` is the loop's own variable and "
                                  "is assigned in the body");
      } else if (rest.written.contains(name)) {
        add("carried-dependence",
            "`" + name + "` is assigned in several places of the loop");
      } else if (!kept && read_elsewhere(name, piece) &&
                 !piece.use.bound.contains(name)) {
        add("carried-dependence",
            "`" + name +
                "` is not assigned in every iteration, so a value "
                "from an earlier one may remain");
      }
    }
    for (const std::string& name : target_) {
      if (rest.written.contains(name)) {
        add("rebinds-target", "`" + name +
                                  "` is the loop's own variable and "
                                  "is assigned in the body");
      }
    }
    return reasons;
  }

  // Names of the prelude are read elsewhere, or something stands between it and
  // the expression.
  bool prelude_stays(const Piece& piece) const {
    std::size_t at = 0;
    while (!shape_.body[at].range().contains(piece.tail().range())) ++at;
    std::size_t count = piece.nodes.size() - 1;
    if (at < count || !(shape_.body[at - count] == piece.nodes.front())) {
      return true;
    }
    return std::any_of(
        piece.use.written.begin(), piece.use.written.end(),
        [&](const std::string& name) { return read_elsewhere(name, piece); });
  }

  std::vector<Node> rest_of_body(const Piece& piece) const {
    std::vector<Node> rest;
    for (Node statement : shape_.body) {
      if (!piece.covers(statement)) rest.push_back(statement);
    }
    return rest;
  }

  // Anywhere but in the piece: the rest of the loop, code after it, functions
  // that see the name, other modules of the project.
  bool read_elsewhere(std::string_view name, const Piece& piece) const {
    Node scope = loop_.function ? loop_.function : loop_.source->root();
    bool module = !loop_.function;
    auto used = [&](Node root, bool mine) {
      bool found = false;
      walk(root, [&](Node node) {
        if (mine && piece.covers(node)) return false;
        if (mine && node == shape_.target) return false;
        found |= node.is("identifier") && node.text() == name;
        return !found;
      });
      return found;
    };
    if (used(scope, true)) return true;
    if (!module) return false;
    if (loop_.source->module() != "__main__") return true;
    return std::any_of(project_.files.begin(), project_.files.end(),
                       [&](const SourceFile& file) {
                         return &file != loop_.source &&
                                used(file.root(), false);
                       });
  }

  // The heaviest piece without problems; among nearly as heavy ones the
  // simplest: a plain call, an expression, few statements.
  std::optional<Piece> choose(const std::vector<Piece>& pieces,
                              std::vector<Reason>& reasons) const {
    std::vector<const Piece*> good;
    const Piece* heaviest = nullptr;
    double best = 0;
    for (const Piece& piece : pieces) {
      bool simpler = heaviest && piece.weight >= heaviest->weight &&
                     piece.nodes.size() <= heaviest->nodes.size();
      if (!heaviest || piece.weight > heaviest->weight || simpler) {
        heaviest = &piece;
      }
      if (!problems(piece).empty()) continue;
      good.push_back(&piece);
      best = std::max(best, piece.weight);
    }
    if (!heaviest) {
      reasons = {{"no-work",
                  "the body holds nothing worth running elsewhere",
                  {loop_.hot.span}}};
      return std::nullopt;
    }
    if (good.empty() || (profile_ && best < kWorthwhile * loop_weight())) {
      reasons = problems(*heaviest);
      if (reasons.empty()) {
        reasons = {{"no-work",
                    "no part of the body is worth running elsewhere",
                    {loop_.hot.span}}};
      }
      return std::nullopt;
    }
    const Piece* chosen = nullptr;
    for (const Piece* piece : good) {
      if (piece->weight < kNearlyAll * best) continue;
      if (!chosen || rank(*piece) < rank(*chosen)) chosen = piece;
    }
    return *chosen;
  }

  int rank(const Piece& piece) const {
    for (ObjectId id : interpreter_.value_of(piece.tail())) {
      if (holds_resource(interpreter_, interpreter_.heap().at(id))) return 100;
    }
    if (piece.has_prelude()) return 3 + static_cast<int>(piece.nodes.size());
    if (piece.expression) return is_plain_call(piece) ? 0 : 1;
    return 1 + static_cast<int>(piece.nodes.size());
  }

  // `f(a, b)` where f is found by name in any process and the arguments are
  // target names and captures.
  bool is_plain_call(const Piece& piece) const {
    Node call = piece.tail();
    Node callee = call.field("function");
    if (!piece.expression || piece.has_prelude()) return false;
    if (!call.is("call")) return false;
    if (!callee.is("identifier") && !callee.is("attribute")) return false;
    if (!call.field("arguments").is("argument_list")) return false;
    for (Node argument : call.field("arguments").children()) {
      if (!argument.is("identifier")) return false;
    }
    Value functions = interpreter_.value_of(callee);
    if (functions.size() != 1) return false;
    const Object& object = interpreter_.heap().at(*functions.begin());
    if (object.kind == Kind::kLibraryFunction) return true;
    if (object.kind != Kind::kFunction) return false;
    const Scope& scope = interpreter_.scope_at(object.scope);
    return scope.names->kind == ScopeNames::Kind::kModule &&
           object.site.is("function_definition") && callee.is("identifier") &&
           callee.text() == object.site.field("name").text() &&
           !object.site.parent().is("decorated_definition");
  }

  // Nothing before the piece in an iteration may have an effect or raise.
  bool leads(const Piece& piece) const {
    if (loop_.hot.kind != LoopKind::kFor) {
      return true;  // a dict's key is checked apart
    }
    std::size_t at = 0;
    while (at < piece.nodes.size() && shape_.body[at] == piece.nodes[at]) ++at;
    if (at == piece.nodes.size()) return true;
    Node next = shape_.body[at];
    return at + 1 == piece.nodes.size() && piece.expression &&
           next.range().contains(piece.tail().range()) &&
           quiet_before(next, piece.tail());
  }

  bool quiet_before(Node node, Node piece) const {
    if (node == piece) return true;
    if (node.is("assignment")) {
      return quiet_before(node.field("right"), piece);
    }
    bool call_on_list = node.is("attribute") && all_lists(node.field("object"));
    if (call_on_list) return true;
    for (Node child : node.children()) {
      if (child.range().contains(piece.range())) {
        return quiet_before(child, piece);
      }
      if (child.range().begin > piece.range().begin) break;
      bool quiet = child.is("identifier") || child.is("string_start") ||
                   child.is("string_content") || child.is("integer") ||
                   child.is("float") || child.is("true") || child.is("false") ||
                   child.is("none") || plain_string(child) ||
                   (child.is("attribute") && all_lists(child.field("object")));
      if (!quiet) return false;
    }
    return true;
  }

  static bool plain_string(Node node) {
    if (!node.is("string")) return false;
    std::span<const Node> parts = node.children();
    return std::none_of(parts.begin(), parts.end(),
                        [](Node part) { return part.is("interpolation"); });
  }

  bool all_lists(Node node) const {
    Value value = interpreter_.value_of(node);
    return !value.empty() &&
           std::all_of(value.begin(), value.end(), [&](ObjectId id) {
             const Object& object = interpreter_.heap().at(id);
             return object.kind == Kind::kContainer && object.name == "list";
           });
  }

  std::vector<Capture> captures(const Piece& piece) const {
    std::vector<Capture> found;
    for (const std::string& name : piece.use.exposed) {
      if (target_.contains(name)) continue;
      int scope = interpreter_.resolve(name, interpreter_.loop_scope());
      if (scope < 0) continue;  // a builtin
      const Scope& holder = interpreter_.scope_at(scope);
      Capture capture{name, Capture::Kind::kGlobal};
      if (holder.names->kind != ScopeNames::Kind::kModule) {
        capture.kind = capture_kind(interpreter_.variable(scope, name));
      }
      found.push_back(std::move(capture));
    }
    return found;
  }

  Capture::Kind capture_kind(const Value& value) const {
    bool small = true;
    for (ObjectId id : value) {
      const Object& object = interpreter_.heap().at(id);
      bool local = object.kind == Kind::kFunction &&
                   interpreter_.scope_at(object.scope).names->kind !=
                       ScopeNames::Kind::kModule;
      if (local) return Capture::Kind::kSelf;
      small = small && object.kind == Kind::kAtom;
    }
    return small ? Capture::Kind::kSmall : Capture::Kind::kObject;
  }

  std::vector<std::string> results(const Piece& piece) const {
    std::vector<std::pair<std::uint32_t, std::string>> bound;
    for (const std::string& name : piece.use.bound) {
      if (!read_elsewhere(name, piece)) continue;
      std::uint32_t first = UINT32_MAX;
      for (Node node : piece.nodes) {
        walk(node, [&](Node inner) {
          if (inner.is("identifier") && inner.text() == name) {
            first = std::min(first, inner.range().begin);
          }
          return true;
        });
      }
      bound.emplace_back(first, name);
    }
    std::sort(bound.begin(), bound.end());
    std::vector<std::string> names;
    for (auto& [place, name] : bound) names.push_back(std::move(name));
    return names;
  }

  Value result_value(const Piece& piece, const Work& work) const {
    if (piece.expression) return interpreter_.value_of(piece.tail());
    Value value;
    for (const std::string& name : work.results) {
      value.add(interpreter_.variable(interpreter_.loop_scope(), name));
    }
    return value;
  }

  std::optional<Candidate> candidate(const Piece& piece,
                                     std::vector<Reason>& reasons) const {
    Isolation isolation(interpreter_, *loop_.source, parts_, piece, target_);
    Candidate made;
    made.loop = loop_.hot;
    Work& work = made.work;
    if (piece.expression) {
      work.expression = piece.tail().range();
      for (std::size_t i = 0; i + 1 < piece.nodes.size(); ++i) {
        work.prelude.push_back(piece.nodes[i].range());
      }
      work.prelude_stays = piece.has_prelude() && prelude_stays(piece);
    } else {
      for (Node node : piece.nodes) work.statements.push_back(node.range());
      work.results = results(piece);
    }
    Piece moved = piece;  // what leaves the loop
    if (work.prelude_stays) moved.nodes = {piece.tail()};
    for (const std::string& name : bound_names(shape_.target)) {
      if (piece.use.exposed.contains(name)) work.items.push_back(name);
      if (read_elsewhere(name, moved)) {
        made.target_used_elsewhere.push_back(name);
      }
    }
    work.captures = captures(piece);
    work.leads = leads(piece);
    work.plain_call = is_plain_call(piece);
    made.work_is_condition = shape_.condition && piece.expression &&
                             piece.tail() == shape_.condition;
    made.source_repeatable = source_repeatable(interpreter_, shape_.source);
    made.source_sized = source_sized(interpreter_, shape_.source);
    made.appends_to = append_target(piece);
    if (shape_.key && static_weight(shape_.key) > 0) {
      reasons = {{"key-before-value",
                  "the key of the dict comprehension is computed before the "
                  "value",
                  {loop_.source->span(shape_.key.range())}}};
      return std::nullopt;
    }
    add_obstacles(made, piece, isolation);
    add_evidence(made, isolation);
    if (!profile_) made.loop.time_class = static_class(isolation);
    return made;
  }

  std::string append_target(const Piece& piece) const {
    if (!piece.expression) return "";
    bool leaves = piece.has_prelude() && !prelude_stays(piece);
    std::size_t gone = leaves ? piece.nodes.size() - 1 : 0;
    if (shape_.body.size() != 1 + gone) return "";
    Node call = shape_.body.back().child(0);
    Node callee = call.field("function");
    bool append = shape_.body.back().is("expression_statement") &&
                  call.is("call") && callee.is("attribute") &&
                  callee.field("attribute").text() == "append" &&
                  callee.field("object").is("identifier") &&
                  call.field("arguments").children().size() == 1 &&
                  call.field("arguments").child(0) == piece.tail() &&
                  all_lists(callee.field("object"));
    return append ? std::string(callee.field("object").text()) : "";
  }

  void add_obstacles(Candidate& made, const Piece& piece,
                     const Isolation& isolation) const {
    auto add = [&](std::vector<Reason> more) {
      for (Reason& reason : more) {
        made.process_obstacles.push_back(std::move(reason));
      }
    };
    Value items;
    for (const std::string& name : target_) {
      items.add(interpreter_.variable(interpreter_.loop_scope(), name));
    }
    add(sending_obstacles(interpreter_, isolation, items, false, "an item"));
    Value sent = interpreter_.heap().reachable(items);
    if (auto conflict = isolation.rest_writes_to(sent, "*")) {
      conflict->id = "item-changes";
      add({*conflict});
    }
    Value back = result_value(piece, made.work);
    add(sending_obstacles(interpreter_, isolation, back, true, "a result"));
    add(process_obstacles(interpreter_, isolation));
    if (profile_ && profile_->threads.size() > 1) {
      add({{"threads-alive",
            "the program ran several threads; forking beside them may deadlock",
            {}}});
    }
    made.thread_obstacles = thread_obstacles(interpreter_, isolation, back);
  }

  void add_evidence(Candidate& made, const Isolation& isolation) const {
    made.evidence.push_back(
        {"static-proof",
         "an iteration's work writes nothing that outlives it and reads "
         "nothing that the loop changes",
         {loop_.hot.span}});
    for (const auto& [effect, place] : isolation.work()) {
      if (effect.kind != Effect::Kind::kOutside) continue;
      made.evidence.push_back(
          {"harmless-effect",
           "its only contact with the outside: " + effect.name,
           {place.span()}});
    }
  }

  TimeClass static_class(const Isolation& isolation) const {
    auto has = [&](std::string_view name) {
      return isolation.work().contains(
          {Effect::Kind::kOutside, -1, std::string(name)});
    };
    if (has("network-safe")) return TimeClass::kIoNetwork;
    if (has("sleep")) return TimeClass::kIoSleep;
    if (has("file-read")) return TimeClass::kIoDisk;
    return TimeClass::kCpuPython;
  }

  const Project& project_;
  const Loop& loop_;
  const profiler::Profile* profile_;
  LoopShape shape_;
  std::vector<Node> parts_;
  Interpreter interpreter_;
  Names target_;
};

}  // namespace

Judgement judge(const Project& project, const Library& library,
                const Loop& loop, const std::vector<Loop>& all_loops,
                const profiler::Profile* profile) {
  if (auto refused = refuse_form(loop)) {
    Judgement judgement;
    judgement.reasons = {*refused};
    return judgement;
  }
  return Judge(project, library, loop, profile).run(all_loops);
}

}  // namespace ppp::advisor
