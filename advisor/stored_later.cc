// SPDX-License-Identifier: Apache-2.0
#include "advisor/stored_later.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "advisor/scopes.h"
#include "advisor/split.h"

namespace ppp::advisor {
namespace {

constexpr std::string_view kBlanks = " \t\f";

/// The values of its items: `open(path, "wb") as file`.
std::vector<Node> items_of(Node with) {
  std::vector<Node> items;
  for (Node item : with.child(0).children()) {
    if (item.is("with_item")) items.push_back(item.field("value"));
  }
  return items;
}

bool is_async(Node statement) {
  return statement.all_children().front().text() == "async";
}

Node last_statement(Node block) {
  const std::span<const Node> all = block.children();
  return all.empty() ? Node() : all.back();
}

class Store {
 public:
  Store(const Trial& trial, Node with)
      : trial_(trial),
        source_(*trial.loop.source),
        text_(source_.text()),
        with_(with) {}

  /// `block`: that the whole statement must stand in.
  std::optional<Storing> find(Node block);

 private:
  bool opens_file();
  bool climb(Node block);
  bool only_writes();
  bool is_write(Node mention);
  bool is_response(Node name) const;
  bool asks_anew(Node call) const;
  bool path_may_wait() const;
  bool may_change(const std::string& name) const;
  bool on_lines() const;
  std::string fresh(const std::string& wish) const;
  std::optional<Edit> import() const;
  void add_reading(std::vector<Edit>& edits) const;
  std::string writing() const;
  std::size_t line_end(std::uint32_t from) const;
  std::string indent(Node statement) const;
  std::string unit() const {
    return indent(first_).substr(indent(with_).size());
  }

  const Trial& trial_;
  const SourceFile& source_;
  const std::string& text_;
  Node with_, whole_, opened_, file_, first_;
  std::vector<Node> before_;  ///< items in front of the file
  bool by_pieces_ = false, asks_ = false, asks_anew_ = false;
  std::string held_, failure_, error_, newline_;
  std::vector<Node> mentions_;
};

/// Its last item is a file that is opened for writing bytes.
bool Store::opens_file() {
  before_ = items_of(with_);
  if (before_.empty() || is_async(with_)) return false;
  const Node last = before_.back();
  before_.pop_back();
  opened_ = last.is("as_pattern") ? last.child(0) : Node();
  const Node alias = last.field("alias");
  file_ = alias ? alias.child(0) : Node();
  if (!opened_.is("call") || !file_.is("identifier") ||
      opened_.field("function").text() != "open") {
    return false;
  }
  const Node arguments = opened_.field("arguments");
  const auto mode = plain_literal(arguments.child(1));
  static constexpr std::array<std::string_view, 3> kModes = {"wb", "bw", "ab"};
  const bool writes =
      arguments.children().size() == 2 && mode &&
      std::find(kModes.begin(), kModes.end(), *mode) != kModes.end() &&
      !arguments.child(0).is("keyword_argument");
  const Value files = trial_.interpreter.value_of(opened_);
  return writes && !files.empty() &&
         std::all_of(files.begin(), files.end(), [&](ObjectId id) {
           return trial_.interpreter.heap().at(id).name.starts_with("io.");
         });
}

/// Out to the statement of `block` that ends with this one. What is left on the
/// way must let failures of the file pass.
bool Store::climb(Node block) {
  whole_ = with_;
  std::vector<Node> managers = before_;
  while (!(whole_.parent() == block)) {
    const Node around = whole_.parent().parent();
    if (!around.is("with_statement") || is_async(around) ||
        !(last_statement(around.field("body")) == whole_)) {
      return false;
    }
    for (Node item : items_of(around)) managers.push_back(item);
    whole_ = around;
  }
  return std::all_of(managers.begin(), managers.end(), [&](Node manager) {
    if (manager.is("as_pattern")) manager = manager.child(0);
    return passes_exceptions(trial_.interpreter, manager);
  });
}

/// `file.write(…)`, or copyfileobj(…, file), as a statement of its own.
bool Store::is_write(Node mention) {
  const Node around = mention.parent();
  const bool method = around.is("attribute") &&
                      around.field("object") == mention &&
                      around.field("attribute").text() == "write";
  const Node call = method ? around.parent() : around.parent();
  if (!call.is("call") || !call.parent().is("expression_statement")) {
    return false;
  }
  const Node arguments = call.field("arguments");
  if (method) {
    const Node given = arguments.child(0);
    asks_ = asks_ || (given && !given.is("identifier"));
    return call.field("function") == around &&
           arguments.children().size() == 1 && !given.is("list_splat");
  }
  Node callee = call.field("function");
  if (callee.is("attribute")) callee = callee.field("attribute");
  by_pieces_ = asks_ = true;
  return around == arguments && callee.text() == "copyfileobj" &&
         arguments.children().size() >= 2 && arguments.child(1) == mention;
}

/// A variable of a response that is there already: reading it asks nothing
/// anew.
bool Store::is_response(Node name) const {
  const Interpreter& interpreter = trial_.interpreter;
  const Node function = enclosing(with_, {"function_definition"});
  Value seen;
  for (int i = 0; i < interpreter.scope_count(); ++i) {
    if (interpreter.scope_at(i).node ==
        (function ? function : source_.root())) {
      seen.add(interpreter.variable(i, name.text()));
    }
  }
  return !seen.empty() &&
         std::all_of(seen.begin(), seen.end(), [&](ObjectId id) {
           const Object& object = interpreter.heap().at(id);
           return object.kind == Object::Kind::kLibraryInstance &&
                  object.name.ends_with("Response");
         });
}

/// `call`, in the body, may ask for something.
bool Store::asks_anew(Node call) const {
  Node root = call.field("function");
  const bool writes = root.field("object").text() == file_.text();
  const bool copies = call.field("arguments").child(1).text() == file_.text();
  if (writes) return false;  // what it is given is looked at by itself
  if (copies) root = call.field("arguments").child(0);
  while (root.is("attribute")) root = root.field("object");
  return !root.is("identifier") || !is_response(root);
}

/// The body does nothing else with the file, and ends where it ends.
bool Store::only_writes() {
  const Node body = with_.field("body");
  bool only = true;
  walk(body, [&](Node node) {
    const bool loop = node.is("for_statement") || node.is("while_statement");
    by_pieces_ = by_pieces_ || loop;
    asks_ = asks_ || loop;
    asks_anew_ = asks_anew_ || (node.is("call") && asks_anew(node));
    if (node.is("break_statement") || node.is("continue_statement")) {
      const Node around = enclosing(node, {"for_statement", "while_statement"});
      only = only && around && body.range().contains(around.range());
    }
    only = only && !node.is("return_statement") && !node.is("try_statement") &&
           !node.is("yield") && !node.is("await") &&
           !node.is("with_statement") && !node.is("lambda") &&
           !node.is("function_definition") && !node.is("class_definition") &&
           !node.is("global_statement") && !node.is("nonlocal_statement") &&
           !(node.is("string") && node.line() != node.end_line());
    if (node.is("identifier") && node.text() == file_.text()) {
      const Node around = node.parent();
      const bool name =
          (around.is("attribute") && around.field("attribute") == node) ||
          (around.is("keyword_argument") && around.field("name") == node);
      if (name) return only;
      only = only && is_write(node);
      mentions_.push_back(node);
    }
    return only;
  });
  return only && asks_ && !mentions_.empty();
}

/// Whatever reads in between may change it, if an iteration has made it.
bool Store::may_change(const std::string& name) const {
  const Interpreter& interpreter = trial_.interpreter;
  const Node function = enclosing(with_, {"function_definition"});
  const Node home = function ? function : source_.root();
  for (int i = 0; i < interpreter.scope_count(); ++i) {
    if (interpreter.scope_at(i).node != home) continue;
    const int holder = interpreter.resolve(name, i);
    if (holder < 0) continue;
    const Value seen = interpreter.variable(holder, name);
    for (ObjectId id : interpreter.heap().reachable(seen)) {
      const Object& object = interpreter.heap().at(id);
      const TypeEntry* type = interpreter.library().type(object.name);
      const bool fixed = object.kind == Object::Kind::kAtom ||
                         !interpreter.inside(object.context) ||
                         (object.kind == Object::Kind::kLibraryInstance &&
                          type && type->immutable);
      if (!fixed) return true;
    }
  }
  return false;
}

/// It means the same behind the reading.
bool Store::path_may_wait() const {
  Names names;
  names_read(opened_.field("arguments"), names);
  const NameUse use = use_of(trial_, {whole_});
  return std::none_of(names.begin(), names.end(), [&](const std::string& name) {
    return use.written.contains(name) || may_change(name);
  });
}

std::size_t Store::line_end(std::uint32_t from) const {
  return std::min(text_.find('\n', from), text_.size());
}

std::string Store::indent(Node statement) const {
  const std::uint32_t begin = statement.range().begin;
  const std::uint32_t line = source_.line_begin(source_.line_of(begin));
  return text_.substr(line, begin - line);
}

/// Each statement that is written anew begins a line, and the last one ends
/// one.
bool Store::on_lines() const {
  for (Node statement : {whole_, with_, first_}) {
    if (indent(statement).find_first_not_of(kBlanks) != std::string::npos) {
      return false;
    }
  }
  const std::uint32_t end = whole_.range().end;
  const std::size_t stop = line_end(end);
  const std::size_t behind = text_.find_first_not_of(kBlanks, end);
  const bool ends = behind >= stop || text_[behind] == '#' ||
                    text_.compare(behind, 2, "\r\n") == 0;
  return stop < text_.size() && ends && opened_.line() == opened_.end_line() &&
         first_.line() > with_.line() &&
         indent(first_).starts_with(indent(with_)) &&
         indent(first_).size() > indent(with_).size();
}

std::string Store::fresh(const std::string& wish) const {
  std::string name = wish;
  for (int i = 2; text_.find(name) != std::string::npos; ++i) {
    name = wish + "_" + std::to_string(i);
  }
  return name;
}

/// In its place among the first plain imports; nothing where it is there.
std::optional<Edit> Store::import() const {
  Node place;
  for (Node statement : source_.root().children()) {
    if (!statement.is("import_statement")) {
      if (place) break;
      continue;
    }
    const Node module = statement.child(0);
    if (module.text() == "io") return std::nullopt;
    if (!place || module.text() < "io") place = statement;
  }
  if (!place) return Edit{};
  const bool behind = place.child(0).text() < "io";
  const std::uint32_t at =
      behind ? static_cast<std::uint32_t>(line_end(place.range().end) + 1)
             : source_.line_begin(place.line());
  return Edit{{at, at}, "import io" + newline_};
}

/// The file's place in the statement is taken by `held`.
void Store::add_reading(std::vector<Edit>& edits) const {
  const std::string outer = indent(whole_);
  edits.push_back({{whole_.range().begin, whole_.range().begin},
                   held_ + " = io.BytesIO()" + newline_ + outer + failure_ +
                       " = None" + newline_ + outer});
  const Node header = with_.child(0);
  const std::uint32_t begin = first_.range().begin;
  std::string inner = indent(with_);
  if (before_.empty()) {
    edits.push_back({{with_.range().begin, header.range().end}, "try"});
  } else {
    inner = indent(first_);
    const std::uint32_t from = before_.back().range().end;
    edits.push_back({{from, opened_.parent().range().end}, ""});
    edits.push_back({{begin, begin}, "try:" + newline_ + inner + unit()});
  }
  for (Node mention : mentions_) edits.push_back({mention.range(), held_});
  if (!before_.empty()) {
    for (int line = first_.line() + 1; line <= whole_.end_line(); ++line) {
      const std::uint32_t start = source_.line_begin(line);
      if (text_.find_first_not_of(" \t\f\r", start) == line_end(start)) {
        continue;
      }
      edits.push_back({{start, start}, unit()});
    }
  }
  std::size_t end = line_end(whole_.range().end);
  if (text_[end - 1] == '\r') --end;
  const auto at = static_cast<std::uint32_t>(end);
  edits.push_back({{at, at},
                   newline_ + inner + "except BaseException as " + error_ +
                       ":" + newline_ + inner + unit() + failure_ + " = " +
                       error_});
}

std::string Store::writing() const {
  const std::string outer = indent(whole_);
  const std::string inner = outer + unit();
  return outer + "with " + std::string(opened_.parent().text()) + ":" +
         newline_ + inner + std::string(file_.text()) + ".write(" + held_ +
         ".getvalue())" + newline_ + inner + "if " + failure_ +
         " is not None:" + newline_ + inner + unit() + "raise " + failure_ +
         newline_;
}

std::optional<Storing> Store::find(Node block) {
  if (!opens_file() || !climb(block)) return std::nullopt;
  first_ = with_.field("body").child(0);
  if (!first_ || !only_writes() || !path_may_wait() || !on_lines()) {
    return std::nullopt;
  }
  const std::size_t stop = line_end(whole_.range().end);
  newline_ = text_[stop - 1] == '\r' ? "\r\n" : "\n";
  held_ = fresh("held");
  failure_ = fresh("failure");
  error_ = fresh("error");
  const std::optional<Edit> imported = import();
  Storing storing{
      {}, held_, by_pieces_, asks_anew_, source_.span(whole_.range())};
  if (imported) {
    if (imported->text.empty()) return std::nullopt;
    storing.edits.push_back(*imported);
  }
  add_reading(storing.edits);
  // In place it counts as the next line, which tells it from the reading: so it
  // stands in place of that line's first byte, and of itself.
  const auto at = static_cast<std::uint32_t>(stop + 1);
  const std::string next = text_.substr(at, 1);
  storing.edits.push_back(
      {{at, at + static_cast<std::uint32_t>(next.size())}, writing() + next});
  std::stable_sort(storing.edits.begin(), storing.edits.end(),
                   [](const Edit& a, const Edit& b) {
                     return a.range.begin < b.range.begin;
                   });
  return storing;
}

/// All calls of `function` in the program are in the loop's work: what it does
/// for others is not known.
bool calls_are_work(const Candidate& candidate, const SourceFile& source,
                    std::string_view function) {
  bool all = true;
  walk(source.root(), [&](Node node) {
    if (!node.is("call") || node.field("function").text() != function) {
      return all;
    }
    const Work& work = candidate.work;
    all =
        (work.expression && work.expression->contains(node.range())) ||
        std::any_of(work.statements.begin(), work.statements.end(),
                    [&](ByteRange one) { return one.contains(node.range()); });
    return all;
  });
  return all;
}

}  // namespace

std::vector<Storing> possible_storings(const Trial& trial) {
  std::vector<Storing> found;
  const SourceFile& source = *trial.loop.source;
  if (source.text().find("open(") == std::string::npos) return found;
  std::vector<Node> blocks;
  if (trial.loop.node.field("body").is("block")) {
    blocks.push_back(trial.loop.node.field("body"));
  }
  for (Node function : called_functions(trial)) {
    blocks.push_back(function.field("body"));
  }
  for (Node block : blocks) {
    walk(block, [&](Node node) {
      if (!node.is("with_statement")) return true;
      if (auto storing = Store(trial, node).find(block)) {
        found.push_back(std::move(*storing));
      }
      return true;
    });
  }
  return found;
}

bool is_part_of_work(const Candidate& candidate, const SourceFile& source,
                     const Storing& storing) {
  Node first, last;
  walk(source.root(), [&](Node node) {
    if (!node.is("identifier") || node.text() != storing.held) return true;
    if (!first) first = node;
    // The last one but what is written.
    if (!node.parent().is("attribute") ||
        node.parent().field("attribute").text() != "getvalue") {
      last = node;
    }
    return true;
  });
  if (!first) return false;
  const Node function = enclosing(first, {"function_definition"});
  if (!candidate.loop.range.contains(first.range())) {
    return function &&
           calls_are_work(candidate, source, function.field("name").text());
  }
  const auto& own = candidate.work.statements;
  return std::any_of(
             own.begin(), own.end(),
             [&](ByteRange one) { return one.contains(first.range()); }) &&
         std::any_of(own.begin(), own.end(),
                     [&](ByteRange one) { return one.contains(last.range()); });
}

std::vector<Reason> assumed_of(const Candidate& candidate,
                               const Storing& storing) {
  std::vector<Reason> assumptions;
  const std::string place =
      "the statement on line " + std::to_string(storing.place.line);
  if (storing.by_pieces) {
    assumptions.push_back({"assumed-room",
                           "assumes that what " + place +
                               " reads has room in memory, for all items that "
                               "are under way at once",
                           {storing.place}});
  }
  if (storing.asks_anew && candidate.work.caught) {
    assumptions.push_back(
        {"assumed-files-open",
         "assumes that the file of " + place +
             " can be opened for every item: it asks for one before",
         {storing.place}});
  }
  return assumptions;
}

}  // namespace ppp::advisor
