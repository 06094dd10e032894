// SPDX-License-Identifier: Apache-2.0

#include "advisor/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "advisor/effect_files.h"

namespace ppp::advisor {
namespace {

using Kind = TypeExpr::Kind;
using Words = std::vector<std::string>;

TypeExpr parse(std::string_view text) {
  Result<TypeExpr> parsed = parse_type_expr(text);
  EXPECT_TRUE(parsed.ok()) << text;
  return parsed.ok() ? *parsed : TypeExpr{};
}

bool has(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const CallEntry& function(std::string_view module, std::string_view name) {
  const CallEntry* entry = builtin_library().function(module, name);
  PPP_CHECK(entry != nullptr);
  return *entry;
}

const CallEntry& method(std::string_view type, std::string_view name) {
  const CallEntry* entry = builtin_library().method(type, name);
  PPP_CHECK(entry != nullptr);
  return *entry;
}

/// Loads one table with a single function `f`; the error, or "".
std::string load(std::string_view entry) {
  Library library;
  const Status added = library.add(
      "m.json", R"({"module": "m", "source": "s", "functions": {"f": )" +
                    std::string(entry) + "}}");
  return added.ok() ? "" : added.error().what;
}

TEST(TypeExpr, ParsesWordsContainersAndUnions) {
  EXPECT_EQ(parse("int"), (TypeExpr{Kind::kAtom, "int", {}}));
  EXPECT_EQ(parse("any"), TypeExpr{});
  EXPECT_EQ(parse("data"), (TypeExpr{Kind::kData, "", {}}));
  EXPECT_EQ(parse("list[elem(arg0)]"),
            (TypeExpr{Kind::kContainer,
                      "list",
                      {{Kind::kElement, "", {{Kind::kAlias, "arg0", {}}}}}}));
  EXPECT_EQ(parse("dict[str,int|none]").args.at(1).kind, Kind::kUnion);
  EXPECT_EQ(parse("kw:key"), (TypeExpr{Kind::kAlias, "kw:key", {}}));
  EXPECT_EQ(parse("self.file"), (TypeExpr{Kind::kAlias, "self.file", {}}));
  EXPECT_EQ(parse("re.Match"), (TypeExpr{Kind::kInstance, "re.Match", {}}));
  EXPECT_EQ(parse("shared(logging.Logger)"),
            (TypeExpr{Kind::kShared, "logging.Logger", {}}));
}

TEST(TypeExpr, RefusesWhatItDoesNotKnow) {
  for (const char* text :
       {"",           "integer",     "list",         "list[]",
        "list[int",   "dict[int]",   "elem(",        "|",
        "int|",       "elem()",      "foo(int)",     "int[str]",
        "arg",        "argx",        "kw:",          "self.",
        "self.a.b",   "shared(int)", "int)",         "list[int]]",
        "lists[int]", ".a",          "kw:file.write"}) {
    EXPECT_FALSE(parse_type_expr(text).ok()) << text;
  }
}

TEST(Library, EveryTableLoads) {
  Library library;
  for (const EmbeddedFile& file : effect_files()) {
    const Status added = library.add(file.name, file.text);
    EXPECT_TRUE(added.ok()) << added.error().what;
  }
  // Reads each by the name of its file.
  const Status checked = builtin_library().check();
  EXPECT_TRUE(checked.ok()) << checked.error().what;
  EXPECT_GT(effect_files().size(), 100U);
}

TEST(Library, RefusesTyposAndNamesTheEntry) {
  EXPECT_EQ(load(R"({"returns": "int", "effects": ["stdout"]})"), "");
  EXPECT_NE(load(R"({"return": "int"})").find("m.json: f: unknown field"),
            std::string::npos);
  EXPECT_NE(load(R"({"effects": ["sdtout"]})").find("sdtout"),
            std::string::npos);
  for (const char* entry :
       {R"({"returns": "integer"})", R"({"returns": 1})",
        R"({"mutates": ["arg"]})", R"({"mutates": "arg0"})",
        R"({"consumes": ["list[int]"]})", R"({"special": ["string"]})",
        R"({"stores": {"arg0": "here"}})", R"({"stores": {"key:": "self"}})",
        R"({"calls": {"key": ["int"]}})", R"({"calls": {"arg0": ["x"]}})",
        R"({"blocks": "net"})", R"({"decorator": "memo"})", R"({"lazy": 1})",
        R"({"max_args": -1})", R"([])", R"({"requires": {"arg0": "string"}})",
        R"({"returns": "int", "returns": "str"})"}) {
    EXPECT_NE(load(entry), "") << entry;
  }
}

TEST(Library, WhatHoldsMoreIsChanged) {
  EXPECT_EQ(load(R"({"stores": {"arg0": "arg1"}, "mutates": ["arg1"]})"), "");
  EXPECT_EQ(load(R"({"stores": {"arg0": "arg1"}, "mutates": ["arg0"]})"),
            "m.json: f: \"arg1\" is stored in, and not under mutates");
}

TEST(Library, RefusesABrokenOrDoubleTable) {
  Library library;
  EXPECT_FALSE(library.add("a.json", "{").ok());
  EXPECT_FALSE(library.add("a.json", "[]").ok());
  EXPECT_FALSE(library.add("a.json", R"({"source": "s"})").ok());
  const char* table =
      R"({"module": "m", "source": "s", "functions": {"f": {}}})";
  EXPECT_TRUE(library.add("a.json", table).ok());
  EXPECT_FALSE(library.add("b.json", table).ok());
}

TEST(Library, SpellsAbbreviationsOut) {
  Library library;
  const Status added = library.add("m.json", R"({"module": "m", "source": "s",
    "abbreviations": {"ITEM": "NUMBER|str", "NUMBER": "int|float"},
    "functions": {"f": {"returns": "list[ITEM]"}}, "types": {}})");
  ASSERT_TRUE(added.ok()) << added.error().what;
  EXPECT_EQ(library.function("m", "f")->returns, parse("list[int|float|str]"));
  Library endless;
  EXPECT_FALSE(endless
                   .add("m.json", R"({"module": "m", "source": "s",
    "abbreviations": {"A": "B|int", "B": "A|str"},
    "functions": {"f": {"returns": "A"}}, "types": {}})")
                   .ok());
}

TEST(Library, AClassMayBeRequired) {
  EXPECT_EQ(parse("class(float)"), (TypeExpr{Kind::kClass, "float", {}}));
  EXPECT_FALSE(parse_type_expr("class(elem(arg0))").ok());
  Library library;
  ASSERT_TRUE(library
                  .add("m.json", R"~({"module": "m", "source": "s",
                       "functions": {"f":
                         {"requires": {"arg0": "class(m.Unknown)"}}}})~")
                  .ok());
  ASSERT_FALSE(library.check().ok());
  EXPECT_NE(library.check().error().what.find("m.Unknown"), std::string::npos);
}

TEST(Library, ChecksThatNamedTypesHaveEntries) {
  Library library;
  EXPECT_TRUE(library
                  .add("m.json", R"({"module": "m", "source": "s",
                       "functions": {"f": {"returns": "list[m.Nothing]"}}})")
                  .ok());
  ASSERT_FALSE(library.check().ok());
  EXPECT_NE(library.check().error().what.find("m.Nothing"), std::string::npos);
}

TEST(Library, AnArgumentThatCanBeNamedOccursUnderBothNames) {
  EXPECT_EQ(load(R"({"stores": {"arg0": "arg1"}, "params": ["a", "b"],
                     "mutates": ["arg1"]})"),
            "m.json: f: a holder cannot be passed by name");
  const CallEntry& dump = function("json", "dump");
  EXPECT_EQ(dump.mutates, (Words{"arg1", "kw:fp"}));
  EXPECT_EQ(dump.calls.count("kw:fp.write"), 1U);
  EXPECT_TRUE(dump.takes_keyword("indent"));
  EXPECT_FALSE(dump.takes_keyword("cls"));
  const TypeExpr sum = function("builtins", "sum").returns;
  EXPECT_EQ(sum.args.at(1).args.at(0).args.at(1), parse("arg1|kw:start"));
}

TEST(Library, FindsModulesTypesAndMethods) {
  const Library& library = builtin_library();
  EXPECT_NE(library.module("os.path"), nullptr);
  EXPECT_EQ(library.module("os.pat"), nullptr);
  EXPECT_TRUE(library.package("urllib"));
  EXPECT_TRUE(library.package("xml"));
  EXPECT_FALSE(library.package("math"));
  EXPECT_EQ(library.type("list"), library.type("builtins.list"));
  EXPECT_EQ(library.type("lists"), nullptr);
  EXPECT_EQ(library.function("math", "squareroot"), nullptr);
  EXPECT_EQ(library.function("maths", "sqrt"), nullptr);
  // Through `like`: Counter -> dict; bool -> int.
  EXPECT_EQ(library.method("collections.Counter", "keys"),
            library.method("dict", "keys"));
  EXPECT_NE(library.method("collections.Counter", "update"),
            library.method("dict", "update"));
  EXPECT_NE(library.method("bool", "bit_length"), nullptr);
  EXPECT_EQ(library.method("list", "add"), nullptr);
}

TEST(Tables, ContainersKeepWhatTheyAreGiven) {
  const CallEntry& append = method("list", "append");
  EXPECT_EQ(append.mutates, Words{"self"});
  EXPECT_EQ(append.stores.at("arg0"), "self");
  EXPECT_TRUE(append.no_raise);
  EXPECT_EQ(method("list", "extend").stores.at("elem(arg0)"), "self");
  EXPECT_EQ(method("list", "extend").consumes, Words{"arg0"});
  const CallEntry& setdefault = method("dict", "setdefault");
  EXPECT_EQ(setdefault.stores.at("key:arg0"), "self");
  EXPECT_EQ(setdefault.stores.at("value:arg1"), "self");
  EXPECT_EQ(method("dict", "get").returns, parse("value(self)|arg1|none"));
  EXPECT_TRUE(method("dict", "get").mutates.empty());
  EXPECT_EQ(method("dict", "items").views, Words{"self"});
}

TEST(Tables, CallbacksAreNamed) {
  EXPECT_EQ(method("list", "sort").calls.count("kw:key"), 1U);
  EXPECT_EQ(function("builtins", "sorted").returns, parse("list[elem(arg0)]"));
  EXPECT_TRUE(function("builtins", "map").lazy);
  EXPECT_EQ(function("re", "sub").calls.at("arg1").at(0), parse("re.Match"));
  EXPECT_EQ(function("re", "sub").calls.count("kw:repl"), 1U);
  const CallEntry& missing = method("collections.defaultdict", "__getitem__");
  EXPECT_EQ(missing.mutates, Words{"self"});
  EXPECT_EQ(missing.calls.count("self.default_factory"), 1U);
  EXPECT_TRUE(method("collections.Counter", "__getitem__").mutates.empty());
}

TEST(Tables, HiddenStateIsNamed) {
  EXPECT_TRUE(has(function("random", "random").effects, "random"));
  EXPECT_EQ(method("random.Random", "random").mutates, Words{"self"});
  EXPECT_TRUE(method("random.Random", "random").effects.empty());
  EXPECT_TRUE(has(function("time", "time").effects, "clock"));
  EXPECT_TRUE(has(method("datetime.datetime", "now").effects, "clock"));
  EXPECT_TRUE(method("datetime.datetime", "now").is_static);
  EXPECT_TRUE(has(function("os", "chdir").effects, "process-state"));
  EXPECT_TRUE(has(method("decimal.Decimal", "__add__").effects, "context"));
  EXPECT_TRUE(has(function("pickle", "loads").effects, "dynamic"));
  EXPECT_EQ(function("functools", "lru_cache").decorator, "memoize");
  EXPECT_TRUE(has(method("io.TextIOWrapper", "write").effects, "file-write"));
  EXPECT_TRUE(has(method("sys.Stdout", "write").effects, "stdout"));
}

TEST(Tables, ArgumentsOutsideOfAnEntryAreRefused) {
  EXPECT_FALSE(function("builtins", "open").takes_keyword("opener"));
  EXPECT_TRUE(function("builtins", "open").takes_keyword("encoding"));
  EXPECT_FALSE(function("builtins", "iter").takes_positional(3));
  EXPECT_TRUE(function("builtins", "iter").takes_positional(2));
  EXPECT_FALSE(function("urllib.request", "urlopen").takes_positional(2));
  EXPECT_FALSE(function("urllib.request", "urlopen").takes_keyword("data"));
  EXPECT_FALSE(function("math", "sqrt").takes_keyword("x"));
  EXPECT_FALSE(method("list", "append").takes_keyword(""));
}

TEST(Tables, ImmutableTypesHaveNoMethodThatMutatesThem) {
  const Library& library = builtin_library();
  for (const EmbeddedFile& file : effect_files()) {
    const std::string text(file.text);
    const std::size_t from = text.find("\"module\": \"") + 11;
    const ModuleEntry* module =
        library.module(text.substr(from, text.find('"', from) - from));
    ASSERT_NE(module, nullptr) << file.name;
    for (const auto& [name, type] : module->types) {
      for (const auto& [method, call] : type.methods) {
        EXPECT_FALSE(type.immutable && has(call.mutates, "self"))
            << module->name << "." << name << "." << method;
      }
    }
  }
}

}  // namespace
}  // namespace ppp::advisor
