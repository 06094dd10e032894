// SPDX-License-Identifier: Apache-2.0
#include "rewrite/patch_json.h"

#include <array>
#include <nlohmann/json.hpp>

namespace ppp::rewrite {
namespace {

using nlohmann::json;

constexpr std::string_view kSchema = "pyprof-parallel/patch";
constexpr std::array<std::string_view, 3> kSafeties = {"proven", "checked",
                                                       "show-only"};

Safety safety_from(const std::string& name) {
  for (std::size_t i = 0; i < kSafeties.size(); ++i) {
    if (kSafeties[i] == name) return static_cast<Safety>(i);
  }
  throw json::other_error::create(500, "unknown safety: " + name, nullptr);
}

Patch read(const json& from) {
  Patch patch;
  for (const json& one : from.at("applied")) {
    const json& loop = one.at("loop");
    patch.applied.push_back(
        {one.at("strategy").get<std::string>(),
         {loop.at("file").get<std::string>(), loop.at("line").get<int>(),
          loop.at("end_line").get<int>()},
         safety_from(one.at("safety").get<std::string>()),
         one.at("summary").get<std::string>(),
         one.at("assumptions").get<std::vector<std::string>>()});
  }
  for (const json& one : from.at("files")) {
    patch.files.push_back({one.at("path").get<std::string>(),
                           one.at("file").get<std::string>(),
                           one.at("before").get<std::string>(),
                           one.at("after").get<std::string>()});
  }
  patch.diff = from.at("diff").get<std::string>();
  return patch;
}

}  // namespace

std::string_view safety_name(Safety safety) {
  return kSafeties[static_cast<std::size_t>(safety)];
}

std::string patch_to_json(const Patch& patch) {
  json applied = json::array();
  for (const Applied& one : patch.applied) {
    applied.push_back({{"strategy", one.strategy},
                       {"loop",
                        {{"file", one.loop.file},
                         {"line", one.loop.line},
                         {"end_line", one.loop.end_line}}},
                       {"safety", safety_name(one.safety)},
                       {"summary", one.summary},
                       {"assumptions", one.assumptions}});
  }
  json files = json::array();
  for (const FilePatch& one : patch.files) {
    files.push_back({{"path", one.path},
                     {"file", one.file},
                     {"before", one.before},
                     {"after", one.after}});
  }
  json all = {{"schema", kSchema},
              {"schema_version", 1},
              {"applied", applied},
              {"files", files},
              {"diff", patch.diff}};
  // Bytes of a source that are not UTF-8 must not end the program.
  return all.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<Patch> patch_from_json(std::string_view text) {
  try {
    json from = json::parse(text);
    if (from.at("schema") == kSchema && from.at("schema_version") == 1) {
      return read(from);
    }
    return Error{Error::Kind::kUsage, "not a patch.json of version 1",
                 "make it with pyprof-parallel rewrite plan.json"};
  } catch (const json::exception& error) {
    return Error{Error::Kind::kUsage,
                 std::string("not a patch.json: ") + error.what(),
                 "make it with pyprof-parallel rewrite plan.json"};
  }
}

}  // namespace ppp::rewrite
