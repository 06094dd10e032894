// SPDX-License-Identifier: Apache-2.0
#include "advisor/probe.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "advisor/assumption.h"
#include "advisor/between.h"
#include "advisor/probe_files.h"
#include "advisor/scopes.h"
#include "base/check.h"

namespace ppp::advisor {
namespace {

using Json = nlohmann::json;

/// [line, column, end line, end column], as Python's ast counts: lines from 1,
/// columns in bytes from 0.
Json place_of(const SourceFile& source, ByteRange range) {
  const int line = source.line_of(range.begin);
  const int end_line = source.line_of(range.end);
  return {line, range.begin - source.line_begin(line), end_line,
          range.end - source.line_begin(end_line)};
}

Json places_of(const SourceFile& source, const std::vector<ByteRange>& ranges) {
  Json places = Json::array();
  for (ByteRange range : ranges) places.push_back(place_of(source, range));
  return places;
}

/// Nothing for an accumulator of a kind that the copy cannot take apart.
std::optional<Json> accumulators_of(const Work& work) {
  Json out = Json::array();
  for (const Accumulator& one : work.accumulators) {
    const bool list = one.kind == Accumulator::Kind::kList;
    if (!list && one.kind != Accumulator::Kind::kInteger) return std::nullopt;
    out.push_back({one.name, list ? "list" : "integer"});
  }
  return out;
}

/// The copy runs loops whose work stands in their own text.
bool has_form(const Candidate& candidate) {
  const Work& work = candidate.work;
  if (work.applies || !work.guards.empty() || !candidate.sequence.empty()) {
    return false;
  }
  const bool statement = candidate.loop.kind == LoopKind::kFor;
  const bool comprehension =
      !statement && candidate.loop.kind != LoopKind::kWhile;
  if (work.expression) {
    return statement || (comprehension && work.prelude.empty());
  }
  return statement && !work.statements.empty();
}

/// Where a fork shares the event loop: the copy must know.
bool in_coroutine(const SourceFile& source, ByteRange loop) {
  const Node function = enclosing(node_at(source.root(), loop),
                                  {"function_definition", "lambda"});
  return function && scope_names(function).async;
}

/// Where a proven loop awaits, others run of whom the proof says nothing:
/// nothing is offered then, and what they change is no fault of it.
bool beside_others(const SourceFile& source, const Candidate& candidate) {
  if (!candidate.assumptions.empty()) return false;
  bool awaits = false;
  const Node loop = node_at(source.root(), candidate.loop.range);
  walk(loop, [&](Node node) {
    awaits = awaits || node.is("await") || node.is("async");
    return !awaits;
  });
  return awaits && in_coroutine(source, candidate.loop.range) &&
         !candidate.task_obstacles.empty();
}

/// The ids of what is assumed.
Json assumed(const Candidate& candidate) {
  Json ids = Json::array();
  for (const Reason& one : candidate.assumptions) ids.push_back(one.id);
  return ids;
}

/// The innermost function around the loop that binds `name`; null: none does.
Node binding_function(const SourceFile& source, const Candidate& candidate,
                      const std::string& name) {
  Node function = function_of(node_at(source.root(), candidate.loop.range));
  while (function && !scope_names(function).locals.contains(name)) {
    function = function_of(function);
  }
  return function;
}

/// A variable of a function around that of the loop: a child cannot rebind it.
bool rebinds_outer(const SourceFile& source, const Candidate& candidate) {
  const auto& own = candidate.work.per_worker;
  const Node function =
      function_of(node_at(source.root(), candidate.loop.range));
  return std::any_of(own.begin(), own.end(), [&](const PerWorker& one) {
    const Node binds = binding_function(source, candidate, one.name);
    return one.attribute.empty() && !one.copied && binds && binds != function;
  });
}

/// What a child must make anew, as it must not use what its parent has open.
Json own_objects(const SourceFile& source, const Candidate& candidate) {
  Json objects = Json::array();
  for (const PerWorker& one : candidate.work.per_worker) {
    objects.push_back(
        {{"name", one.name},
         {"attribute", one.attribute},
         {"copied", one.copied},
         {"made", place_of(source, one.made)},
         {"call", one.call},
         {"asked", !binding_function(source, candidate, one.name)},
         {"configured", places_of(source, one.configured)}});
  }
  return objects;
}

/// What the copy must know about one loop; null: it cannot be probed.
Json site_of(const SourceFile& source, const Candidate& candidate,
             std::size_t number) {
  const Work& work = candidate.work;
  std::optional<Json> accumulators = accumulators_of(work);
  if (!has_form(candidate) || !accumulators ||
      beside_others(source, candidate) || rebinds_outer(source, candidate)) {
    return {};
  }
  Json site = {{"site", number},
               {"loop", place_of(source, candidate.loop.range)},
               {"coroutine", in_coroutine(source, candidate.loop.range)},
               {"expression", nullptr},
               {"statements", places_of(source, work.statements)},
               {"prelude", places_of(source, work.prelude)},
               {"results", work.results},
               {"accumulators", *accumulators},
               {"items", work.items},
               {"captures", Json::array()},
               {"own", own_objects(source, candidate)},
               {"prints", work.prints || !work.loggers.empty()},
               {"proven", candidate.assumptions.empty()},
               {"proven_here", only_about_outside(candidate.assumptions)},
               {"assumed", assumed(candidate)}};
  if (work.expression) site["expression"] = place_of(source, *work.expression);
  for (const Capture& capture : work.captures) {
    // Workers have the globals without being sent any.
    if (capture.kind != Capture::Kind::kGlobal) {
      site["captures"].push_back(capture.name);
    }
  }
  return site;
}

/// Edits of the file, for the text in which its loops are probed.
const std::vector<Edit>& split_in(
    std::string_view file, const std::vector<const Candidate*>& candidates) {
  static const std::vector<Edit> kNone;
  const Candidate* largest = nullptr;
  for (const Candidate* one : candidates) {
    const bool needs = one && one->loop.span.file == file &&
                       !one->assumptions.empty() &&
                       (!largest || one->loop.share > largest->loop.share);
    if (needs) largest = one;
  }
  return largest ? largest->split : kNone;
}

/// Paths as seen from the file of a loop: a run may see them elsewhere.
Json project_from(const Project& project, const SourceFile& source) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(source.path()).parent_path();
  Json paths = Json::array();
  for (const SourceFile& file : project.files) {
    paths.push_back(fs::path(file.path()).lexically_relative(folder).string());
  }
  return paths;
}

Json limits_of(const ProbeLimits& limits) {
  return {{"seconds", limits.seconds}, {"window_s", limits.window_s},
          {"window", limits.window},   {"alone", limits.alone},
          {"entries", limits.entries}, {"enough", limits.enough}};
}

/// The copy's own code, each module behind those that it imports. The package
/// comes first and has no text.
constexpr std::array kModules = {
    "",      "digest", "state",       "sending", "tracer",    "event_loop",
    "pools", "child",  "examination", "probe",   "instrument"};

std::string runtime(const std::string& module) {
  if (module.empty()) return "";
  for (const EmbeddedFile& file : probe_files()) {
    if (file.name == module + ".py") return std::string(file.text);
  }
  PPP_CHECK(false);
  return "";
}

/// JSON texts are literals of Python, too.
std::string copy_text(const SourceFile& source, const Json& spec) {
  Json modules = Json::array();
  for (const char* module : kModules) {
    modules.push_back({module, runtime(module)});
  }
  return "exec(compile(" + Json(runtime("boot")).dump() +
         ", \"<ppp_probe>\", \"exec\"), {\"MODULES\": " + modules.dump() +
         ", \"TARGET\": globals(), \"SOURCE\": " + Json(source.text()).dump() +
         ", \"SPEC\": " + Json(spec.dump()).dump() + "})\n";
}

bool is_utf8(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::ignore) ==
         Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Reads with defaults; a wrong type throws, which read_facts() catches.
class FactsReader {
 public:
  FactsReader(const Project& project,
              const std::vector<const Candidate*>& candidates)
      : project_(project), candidates_(candidates) {}

  ProbeFacts read(const Json& site) const {
    ProbeFacts facts;
    facts.entries = site.at("entries");
    facts.trips = site.at("trips");
    facts.alone = site.at("alone");
    facts.ordered = site.at("ordered");
    facts.skipped = site.at("skipped");
    LoopMeasure measure;
    measure.sampled = site.at("sampled");
    measure.seconds_per_iteration = site.at("seconds_per_iteration");
    measure.item_bytes = site.at("item_bytes");
    measure.result_bytes = site.at("result_bytes");
    measure.capture_bytes = site.at("capture_bytes");
    if (measure.sampled > 0) facts.measure = measure;
    for (const Json& change : site.at("changes")) {
      facts.changes.push_back({change.at("what"), span(change.at("write")),
                               change.at("iteration")});
    }
    if (const Json& found = site.at("unpicklable"); !found.is_null()) {
      facts.unpicklable = {found.at("what"), found.at("expression"),
                           found.at("obstacle")};
    }
    if (const Json& found = site.at("conflict"); !found.is_null()) {
      facts.conflict = conflict(found);
    }
    return facts;
  }

 private:
  /// [index of the project's file, line], or null.
  std::optional<Span> span(const Json& place) const {
    if (place.is_null()) return std::nullopt;
    const std::size_t index = place.at(0);
    int line = place.at(1);
    if (index >= project_.files.size()) return std::nullopt;
    const SourceFile& source = project_.files[index];
    const std::vector<Edit>& split = split_in(source.file(), candidates_);
    if (!split.empty()) {
      const std::uint32_t begin = source.edited(split).line_begin(line);
      line = source.edited_in_place(split).line_of(begin);
    }
    return Span{source.file(), line, line};
  }

  ProbeConflict conflict(const Json& found) const {
    using Found = ProbeConflict::Kind;
    static const std::map<std::string, Found> kinds = {
        {"carried", Found::kCarried},
        {"source", Found::kSource},
        {"effect", Found::kEffect},
        {"unstable", Found::kUnstable}};
    return {kinds.at(found.at("kind")),   found.at("what"),
            span(found.at("write")),      span(found.at("read")),
            found.at("iterations").at(0), found.at("iterations").at(1)};
  }

  const Project& project_;
  const std::vector<const Candidate*>& candidates_;
};

}  // namespace

Instrumented instrument(const Project& project,
                        const std::vector<const Candidate*>& candidates,
                        const ProbeLimits& limits) {
  struct Copy {
    SourceFile source;
    Json sites = Json::array();
  };
  std::map<std::string, Copy> copies;
  std::size_t count = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!candidates[i]) continue;
    const std::string& file = candidates[i]->loop.span.file;
    const std::vector<Edit>& split = split_in(file, candidates);
    const SourceFile* source = project.find(file);
    if (!source || !is_utf8(source->text()) || candidates[i]->split != split) {
      continue;
    }
    auto copy = copies.find(file);
    if (copy == copies.end()) {
      copy = copies.emplace(file, Copy{source->edited(split)}).first;
    }
    Json site = site_of(copy->second.source, *candidates[i], i);
    if (site.is_null()) continue;
    copy->second.sites.push_back(std::move(site));
    ++count;
  }
  Instrumented files;
  for (auto& [file, copy] : copies) {
    if (copy.sites.empty()) continue;
    Json spec = {{"sites", count},
                 {"here", std::move(copy.sites)},
                 {"project", project_from(project, copy.source)},
                 {"limits", limits_of(limits)}};
    files.emplace_back(copy.source.path(), copy_text(copy.source, spec));
  }
  return files;
}

Result<std::vector<ProbeFacts>> read_facts(
    std::string_view json, const Project& project,
    const std::vector<const Candidate*>& candidates) {
  std::vector<ProbeFacts> all(candidates.size());
  const Json in = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  try {
    for (const Json& site : in.at("sites")) {
      all.at(site.at("site").get<std::size_t>()) =
          FactsReader(project, candidates).read(site);
    }
  } catch (const std::exception& error) {
    return Error{
        Error::Kind::kInternal,
        std::string("the probe's facts cannot be read: ") + error.what(), ""};
  }
  return all;
}

}  // namespace ppp::advisor
