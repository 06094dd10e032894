// SPDX-License-Identifier: Apache-2.0
// Reads one table of advisor/effects. Strict: a word that is not known here is
// an error, so a typo cannot silently weaken what an entry says.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "advisor/library.h"
#include "base/check.h"

namespace ppp::advisor {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 43> kEffects = {"stdout",
                                                       "print",
                                                       "stderr",
                                                       "print-error",
                                                       "stdin",
                                                       "file-read",
                                                       "file-write",
                                                       "network-safe",
                                                       "network",
                                                       "connect",
                                                       "sleep",
                                                       "conversation",
                                                       "talk",
                                                       "child-process",
                                                       "process-state",
                                                       "random",
                                                       "environment-read",
                                                       "entropy",
                                                       "clock",
                                                       "thread",
                                                       "worker-thread",
                                                       "task",
                                                       "event-loop",
                                                       "lock",
                                                       "exit",
                                                       "context",
                                                       "import",
                                                       "dynamic",
                                                       "unmodelled",
                                                       "identity",
                                                       "callbacks",
                                                       "warnings",
                                                       "introspect-traceback",
                                                       "log",
                                                       "hidden-state",
                                                       "pickle",
                                                       "hook",
                                                       "query",
                                                       "database",
                                                       "log-record",
                                                       "log-setup",
                                                       "linear-algebra",
                                                       "native-print"};
constexpr std::array<std::string_view, 14> kSpecial = {
    "none", "str",  "compare", "hash",  "number", "len",       "bool",
    "copy", "iter", "pickle",  "enter", "class",  "attribute", "parts"};
constexpr std::array<std::string_view, 5> kBlocks = {"network", "disk", "sleep",
                                                     "child", "lock"};
constexpr std::array<std::string_view, 6> kAsks = {"sql",  "server-sql", "http",
                                                   "page", "program",    "url"};
constexpr std::array<std::string_view, 5> kRoles = {"client", "cursor", "file",
                                                    "pool", "server"};
constexpr std::array<std::string_view, 2> kClosers = {"closing", "with"};
constexpr std::array<std::string_view, 13> kDecorators = {
    "memoize",      "transparent",    "property",       "classmethod",
    "staticmethod", "named-make",     "named-replace",  "partial",
    "dataclass",    "contextmanager", "total_ordering", "cached_property",
    "namedtuple"};

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_identifier(std::string_view text) {
  return !text.empty() &&
         std::isdigit(static_cast<unsigned char>(text[0])) == 0 &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
         });
}

bool is_alias(std::string_view text) {
  const Result<TypeExpr> parsed = parse_type_expr(text);
  return parsed.ok() && parsed->kind == TypeExpr::Kind::kAlias;
}

/// "arg0", "kw:key", "self.slot", or one of them with a method behind it.
bool is_callee(std::string_view text) {
  if (is_alias(text)) return true;
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && is_alias(text.substr(0, dot)) &&
         is_identifier(text.substr(dot + 1));
}

/// "arg1" in `text` as a whole word, replaced; "" when it does not occur.
std::string replaced(std::string_view text, std::string_view word,
                     std::string_view with) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const auto inside = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    };
    if (at > 0 && inside(text[at - 1])) continue;
    if (end < text.size() && inside(text[end])) continue;
    return fmt::format("{}{}{}", text.substr(0, at), with, text.substr(end));
  }
  return "";
}

/// Collects the first mistake and goes on, so that the reading code reads well.
class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  void fail(std::string_view why) {
    if (error_.empty()) error_ = fmt::format("{}: {}: {}", file_, where_, why);
  }
  const std::string& error() const { return error_; }
  void at(std::string where) { where_ = std::move(where); }

  ModuleEntry module(const Json& json);

 private:
  std::string text(const Json& json);
  bool flag(const Json& json);
  TypeExpr expr(const Json& json);
  std::vector<std::string> words(const Json& json);
  template <typename Words>
  std::vector<std::string> words_of(const Json& json, const Words& allowed);
  std::vector<std::string> aliases(const Json& json);
  void stores(const Json& json, CallEntry& call);
  void calls(const Json& json, CallEntry& call);
  bool call_field(const std::string& field, const Json& json, CallEntry& call);
  bool call_list(const std::string& field, const Json& json, CallEntry& call);
  CallEntry call(const Json& json, bool constructs = false);
  TypeEntry type(const Json& json, const std::string& name);
  PerThread per_thread(const Json& json);
  bool type_field(const std::string& field, const Json& json, TypeEntry& type);
  const Json& object(const Json& json);

  void abbreviations(const Json& json);
  std::string spelled_out(std::string written);

  std::string_view file_;
  std::string where_ = "top level";
  std::map<std::string, std::string> abbreviations_;
  std::string error_;
};

const Json& Reader::object(const Json& json) {
  static const Json empty = Json::object();
  if (json.is_object()) return json;
  fail("an object is expected");
  return empty;
}

std::string Reader::text(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  fail("a string is expected");
  return "";
}

bool Reader::flag(const Json& json) {
  if (json.is_boolean()) return json.get<bool>();
  fail("true or false is expected");
  return false;
}

std::string Reader::spelled_out(std::string written) {
  constexpr std::size_t kLongest = 10000;  // one that means itself
  for (bool more = true; more && written.size() < kLongest;) {
    more = false;
    for (const auto& [name, meaning] : abbreviations_) {
      std::string longer = replaced(written, name, meaning);
      if (longer.empty()) continue;
      written = std::move(longer);
      more = true;
    }
  }
  if (written.size() >= kLongest) fail("an abbreviation is too long");
  return written;
}

TypeExpr Reader::expr(const Json& json) {
  Result<TypeExpr> parsed = parse_type_expr(spelled_out(text(json)));
  if (parsed) return std::move(*parsed);
  fail(parsed.error().what);
  return {};
}

void Reader::abbreviations(const Json& json) {
  for (const auto& [name, meaning] : object(json).items()) {
    at(name);
    const bool upper = std::all_of(name.begin(), name.end(), [](char c) {
      return std::isupper(static_cast<unsigned char>(c)) != 0;
    });
    if (!upper) fail("an abbreviation has capitals only");
    abbreviations_[name] = text(meaning);
  }
}

std::vector<std::string> Reader::words(const Json& json) {
  std::vector<std::string> list;
  if (!json.is_array()) fail("a list is expected");
  if (!json.is_array()) return list;
  for (const Json& item : json) list.push_back(text(item));
  return list;
}

template <typename Words>
std::vector<std::string> Reader::words_of(const Json& json,
                                          const Words& allowed) {
  std::vector<std::string> list = words(json);
  for (const std::string& word : list) {
    if (!contains(allowed, word)) {
      fail(fmt::format("unknown word \"{}\"", word));
    }
  }
  return list;
}

std::vector<std::string> Reader::aliases(const Json& json) {
  std::vector<std::string> list = words(json);
  for (const std::string& word : list) {
    const Result<TypeExpr> parsed = parse_type_expr(word);
    const bool good = parsed.ok() && (parsed->kind == TypeExpr::Kind::kAlias ||
                                      parsed->kind == TypeExpr::Kind::kElement);
    if (!good) fail(fmt::format("\"{}\" is not an argument", word));
  }
  return list;
}

void Reader::stores(const Json& json, CallEntry& call) {
  for (const auto& [value, holder] : object(json).items()) {
    std::string_view what = value;
    if (what.starts_with("key:")) what.remove_prefix(4);
    if (what.starts_with("value:")) what.remove_prefix(6);
    const Result<TypeExpr> parsed = parse_type_expr(what);
    if (!parsed) fail(parsed.error().what);
    std::string where = text(holder);
    if (!is_alias(where)) fail(fmt::format("\"{}\" is not a holder", where));
    call.stores.emplace(value, std::move(where));
  }
}

void Reader::calls(const Json& json, CallEntry& call) {
  for (const auto& [callee, values] : object(json).items()) {
    if (!is_callee(callee)) fail(fmt::format("\"{}\" is no callee", callee));
    std::vector<TypeExpr>& list = call.calls[callee];
    for (const std::string& value : words(values)) {
      list.push_back(expr(Json(value)));
    }
  }
}

bool Reader::call_list(const std::string& field, const Json& json,
                       CallEntry& call) {
  if (field == "effects") {
    call.effects = words_of(json, kEffects);
  } else if (field == "effects_after_writing") {
    call.effects_after_writing = words_of(json, kEffects);
  } else if (field == "special") {
    call.special = words_of(json, kSpecial);
  } else if (field == "mutates") {
    call.mutates = aliases(json);
  } else if (field == "uses") {
    call.uses = aliases(json);
  } else if (field == "views") {
    call.views = aliases(json);
  } else if (field == "consumes") {
    call.consumes = aliases(json);
  } else if (field == "params") {
    call.params = words(json);
  } else if (field == "keywords") {
    call.keywords = words(json);
  } else {
    return false;
  }
  return true;
}

bool Reader::call_field(const std::string& field, const Json& json,
                        CallEntry& call) {
  if (field == "returns") {
    call.returns = expr(json);
  } else if (field == "returns_asking") {
    call.returns_asking = expr(json);
  } else if (field == "stores") {
    stores(json, call);
  } else if (field == "calls") {
    calls(json, call);
  } else if (field == "effects_with" || field == "effects_without") {
    auto& effects_of =
        field == "effects_with" ? call.effects_with : call.effects_without;
    for (const auto& [argument, effects] : object(json).items()) {
      if (!is_alias(argument)) fail(argument + " is not an argument");
      effects_of[argument] = words_of(effects, kEffects);
    }
  } else if (field == "requires" || field == "returns_with") {
    auto& types = field == "requires" ? call.requires_types : call.returns_with;
    for (const auto& [argument, type] : object(json).items()) {
      const bool condition =
          field == "returns_with" && argument.starts_with(kNamed);
      if (!condition && !is_alias(argument)) {
        fail(argument + " is not an argument");
      }
      types[argument] = expr(type);
    }
  } else if (field == "returns_for") {
    for (const auto& [type, returned] : object(json).items()) {
      call.returns_for.emplace_back(expr(Json(type)), expr(returned));
    }
  } else if (field == "requires_text") {
    for (const auto& [argument, texts] : object(json).items()) {
      if (!is_alias(argument)) fail(argument + " is not an argument");
      call.requires_text[argument] = words(texts);
    }
  } else if (field == "max_args") {
    if (!json.is_number_unsigned()) fail("a count is expected");
    if (json.is_number_unsigned()) call.max_args = json.get<int>();
  } else if (field == "lazy") {
    call.lazy = flag(json);
  } else if (field == "reads_path") {
    call.reads_path = flag(json);
  } else if (field == "no_raise") {
    call.no_raise = flag(json);
  } else if (field == "raises_stop_iteration") {
    call.raises_stop_iteration = flag(json);
  } else if (field == "releases_gil") {
    call.releases_gil = flag(json);
  } else if (field == "asks") {
    call.asks = text(json);
    if (!contains(kAsks, call.asks)) fail("unknown word " + call.asks);
  } else if (field == "static") {
    call.is_static = flag(json);
  } else if (field == "blocks") {
    call.blocks = text(json);
    if (!contains(kBlocks, call.blocks)) fail("unknown word " + call.blocks);
  } else if (field == "decorator") {
    call.decorator = text(json);
    if (!contains(kDecorators, call.decorator)) {
      fail("unknown word " + call.decorator);
    }
  } else {
    return call_list(field, json, call);
  }
  return true;
}

// --- an argument that may be passed by name occurs under both names ---

void add_names(TypeExpr& expr, const std::string& alias,
               const std::string& name) {
  for (TypeExpr& part : expr.args) add_names(part, alias, name);
  if (expr.kind != TypeExpr::Kind::kAlias || expr.name != alias) return;
  TypeExpr named{TypeExpr::Kind::kAlias, name, {}};
  expr = {TypeExpr::Kind::kUnion, "", {std::move(expr), std::move(named)}};
}

void add_names(std::vector<std::string>& list, const std::string& alias,
               const std::string& name) {
  std::vector<std::string> more;
  for (const std::string& word : list) {
    std::string other = replaced(word, alias, name);
    if (!other.empty() && !contains(list, other)) {
      more.push_back(std::move(other));
    }
  }
  list.insert(list.end(), more.begin(), more.end());
}

template <typename Map>
void add_keys(Map& map, const std::string& alias, const std::string& name) {
  Map more;
  for (const auto& [key, value] : map) {
    const std::string other = replaced(key, alias, name);
    if (!other.empty()) more.emplace(other, value);
  }
  map.merge(more);
}

void add_names(CallEntry& call, const std::string& alias,
               const std::string& name) {
  add_names(call.returns, alias, name);
  add_names(call.mutates, alias, name);
  add_names(call.uses, alias, name);
  add_names(call.views, alias, name);
  add_names(call.consumes, alias, name);
  for (auto& [callee, values] : call.calls) {
    for (TypeExpr& value : values) add_names(value, alias, name);
  }
  add_keys(call.calls, alias, name);
  add_keys(call.stores, alias, name);
  add_keys(call.requires_types, alias, name);
  add_keys(call.returns_with, alias, name);
}

CallEntry Reader::call(const Json& json, bool constructs) {
  CallEntry call;
  for (const auto& [field, value] : object(json).items()) {
    if (!call_field(field, value, call)) {
      fail(fmt::format("unknown field \"{}\"", field));
    }
  }
  for (const auto& [value, holder] : call.stores) {
    const std::string where = holder.substr(0, holder.find('.'));
    const bool fresh = constructs && where == "self";
    if (!fresh && !contains(call.mutates, where)) {
      fail(fmt::format("\"{}\" is stored in, and not under mutates", where));
    }
  }
  for (std::size_t i = 0; i < call.params.size(); ++i) {
    const std::string& param = call.params[i];
    if (param.empty()) continue;
    const std::string alias = fmt::format("arg{}", i);
    for (const auto& [value, holder] : call.stores) {
      // One value has one holder, so a holder needs one name.
      if (holder == alias) fail("a holder cannot be passed by name");
    }
    add_names(call, alias, "kw:" + param);
  }
  return call;
}

/// What an object holds comes out anyway.
TypeExpr without_own_elements(TypeExpr expr) {
  static const TypeExpr own = parse_type_expr("elem(self)").value();
  if (expr == own) return {TypeExpr::Kind::kUnion, "", {}};
  if (expr.kind == TypeExpr::Kind::kUnion) std::erase(expr.args, own);
  return expr;
}

PerThread Reader::per_thread(const Json& json) {
  PerThread made;
  made.possible = true;
  for (const auto& [field, value] : object(json).items()) {
    if (field == "argument") {
      made.argument = text(value);
    } else if (field == "closed_by") {
      made.closed_by = text(value);
      if (!contains(kClosers, made.closed_by)) {
        fail("unknown word " + made.closed_by);
      }
    } else if (field == "role") {
      made.role = text(value);
      if (!contains(kRoles, made.role)) fail("unknown word " + made.role);
    } else if (field == "spoiled_by_failure") {
      made.spoiled_by_failure = flag(value);
    } else {
      fail(fmt::format("unknown field \"{}\"", field));
    }
  }
  return made;
}

bool Reader::type_field(const std::string& field, const Json& json,
                        TypeEntry& type) {
  if (field == "like") {
    type.like = text(json);
  } else if (field == "real") {
    type.real = text(json);
  } else if (field == "construct") {
    type.construct = call(json, true);
    type.constructible = true;
  } else if (field == "iterates") {
    type.iterates = without_own_elements(expr(json));
    type.iterable = true;
  } else if (field == "immutable") {
    type.immutable = flag(json);
  } else if (field == "in_memory") {
    type.in_memory = flag(json);
  } else if (field == "picklable") {
    type.picklable = flag(json);
  } else if (field == "thread_safe") {
    type.thread_safe = flag(json);
  } else if (field == "complete") {
    type.complete = flag(json);
  } else if (field == "by_value") {
    type.by_value = flag(json);
  } else if (field == "state") {
    type.state = text(json);
  } else if (field == "remedy") {
    type.remedy = text(json);
  } else if (field == "conflict") {
    type.conflict = text(json);
  } else if (field == "assumption") {
    type.assumption = text(json);
  } else if (field == "finished_by") {
    type.finished_by = words(json);
  } else if (field == "after_exit") {
    type.after_exit = words(json);
  } else if (field == "settable") {
    type.settable = words(json);
  } else if (field == "strict") {
    type.strict = flag(json);
  } else if (field == "unsettled") {
    type.unsettled = flag(json);
  } else if (field == "per_thread") {
    type.per_thread = per_thread(json);
  } else {
    return false;
  }
  return true;
}

TypeEntry Reader::type(const Json& json, const std::string& name) {
  TypeEntry type;
  for (const auto& [field, value] : object(json).items()) {
    at(name);
    if (field == "methods") {
      for (const auto& [method, entry] : object(value).items()) {
        at(name + "." + method);
        type.methods.emplace(method, call(entry));
      }
    } else if (field == "attributes") {
      for (const auto& [attribute, entry] : object(value).items()) {
        at(name + "." + attribute);
        type.attributes.emplace(attribute, expr(entry));
      }
    } else if (!type_field(field, value, type)) {
      fail(fmt::format("unknown field \"{}\"", field));
    }
  }
  return type;
}

ModuleEntry Reader::module(const Json& json) {
  ModuleEntry module;
  for (const auto& [field, value] : object(json).items()) {
    at(field);
    if (field == "abbreviations") {
      abbreviations(value);
    } else if (field == "module") {
      module.name = text(value);
    } else if (field == "source") {
      if (text(value).empty()) fail("the source is missing");
    } else if (field == "package") {
      module.package = text(value);
    } else if (field == "complete") {
      module.complete = flag(value);
    } else if (field == "quiet") {
      module.quiet = flag(value);
    } else if (field == "constants") {
      for (const auto& [name, entry] : object(value).items()) {
        at(name);
        module.constants.emplace(name, expr(entry));
      }
    } else if (field == "functions") {
      for (const auto& [name, entry] : object(value).items()) {
        at(name);
        module.functions.emplace(name, call(entry));
      }
    } else if (field == "types") {
      for (const auto& [name, entry] : object(value).items()) {
        module.types.emplace(name, type(entry, name));
      }
    } else {
      fail(fmt::format("unknown field \"{}\"", field));
    }
  }
  if (module.name.empty()) fail("\"module\" is missing");
  return module;
}

/// Parses; `twice` names a key that occurs twice in one object, which the
/// library would let pass.
Json parse(std::string_view text, std::string& twice) {
  std::vector<std::set<std::string>> open;
  const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key &&
        !open.back().insert(parsed.get<std::string>()).second) {
      twice = parsed.get<std::string>();
    }
    return true;
  };
  return Json::parse(text, watch, /*allow_exceptions=*/false);
}

/// Moves `from` into `into`; the first name that is in both, or "".
template <typename Map>
std::string merge(Map& into, Map& from) {
  into.merge(from);
  return from.empty() ? "" : from.begin()->first;
}

/// "math" for "math.json", "builtins" for "builtins_text.json".
std::string_view module_of(std::string_view file) {
  if (file.starts_with("builtins_")) return "builtins";
  return file.substr(0, file.rfind('.'));
}

Error error_in(std::string_view file, std::string_view why) {
  return Error{Error::Kind::kInternal, fmt::format("{}: {}", file, why), ""};
}

Result<ModuleEntry> parse_table(std::string_view file, std::string_view json) {
  std::string twice;
  const Json parsed = parse(json, twice);
  if (parsed.is_discarded()) return error_in(file, "this is not JSON");
  if (!twice.empty()) {
    return error_in(file, fmt::format("\"{}\" occurs twice", twice));
  }
  Reader reader(file);
  ModuleEntry module = reader.module(parsed);
  if (!reader.error().empty()) {
    return Error{Error::Kind::kInternal, reader.error(), ""};
  }
  return module;
}

/// The first name that is in both, or "".
std::string merge(ModuleEntry& known, ModuleEntry table) {
  known.name = table.name;
  known.package = table.package;
  known.complete = known.complete || table.complete;
  known.quiet = known.quiet || table.quiet;
  std::string twice = merge(known.constants, table.constants);
  if (twice.empty()) twice = merge(known.functions, table.functions);
  if (twice.empty()) twice = merge(known.types, table.types);
  return twice;
}

}  // namespace

Status Library::add(std::string_view file, std::string_view json) {
  Result<ModuleEntry> table = parse_table(file, json);
  if (!table) return table.error();
  const std::string name = table->name;
  const std::string twice = merge(modules_[name].entry, std::move(*table));
  if (twice.empty()) return Done{};
  return error_in(file, fmt::format("\"{}\" occurs twice", twice));
}

Library::Library(const std::vector<EmbeddedFile>& files) {
  for (const EmbeddedFile& file : files) {
    modules_[std::string(module_of(file.name))].files.push_back(&file);
  }
}

void Library::read(const std::string& name, Module& module) const {
  for (const EmbeddedFile* file : module.files) {
    Result<ModuleEntry> table = parse_table(file->name, file->text);
    if (!table) std::fprintf(stderr, "%s\n", table.error().what.c_str());
    PPP_CHECK(table.ok());
    PPP_CHECK(table->name == name);
    PPP_CHECK(merge(module.entry, std::move(*table)).empty());
  }
}

}  // namespace ppp::advisor
