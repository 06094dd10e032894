// SPDX-License-Identifier: Apache-2.0
// Each struct's fields are named once, in describe(); the writer and the reader
// both walk that description, so they cannot drift apart.
#include "advisor/plan_json.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>

namespace ppp::advisor {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "pyprof-parallel/plan";
constexpr int kSchemaVersion = 1;

template <std::size_t N>
using Words = std::array<std::string_view, N>;

constexpr Words<9> kTimeClasses = {"cpu-python", "cpu-native", "io-network",
                                   "io-disk",    "io-sleep",   "io-child",
                                   "io-lock",    "mixed",      "unknown"};
constexpr Words<10> kLoopKinds = {"for",
                                  "while",
                                  "list-comprehension",
                                  "set-comprehension",
                                  "dict-comprehension",
                                  "generator-expression",
                                  "map-call",
                                  "key-call",
                                  "sequence",
                                  "row-call"};
constexpr Words<4> kCaptureKinds = {"global", "small", "object", "self"};
constexpr Words<5> kAccumulatorKinds = {"integer", "list", "counter",
                                        "defaultdict", "dict"};
constexpr Words<3> kCloseKinds = {"never", "closing", "with"};
constexpr Words<5> kGivenArrays = {"none", "all", "perhaps", "parts", "values"};
constexpr Words<3> kNeedKinds = {"definition", "constant", "value"};
constexpr Words<6> kNumberTypes = {"flag",   "integer", "float",
                                   "number", "text",    "pair"};
constexpr Words<4> kExprKinds = {"literal", "name", "read", "operation"};
constexpr Words<4> kMakers = {"python", "row", "unclear", "numpy"};
constexpr Words<3> kRowLabels = {"unused", "different", "counting"};
constexpr Words<15> kStepKinds = {"assign", "spread", "append",  "append-row",
                                  "store",  "loop",   "if",      "fold",
                                  "row",    "carry",  "tally",   "tuple",
                                  "while",  "break",  "continue"};
constexpr Words<7> kInputKinds = {"scalar", "list", "rows", "frame",
                                  "column", "dict", "array"};
constexpr Words<profiler::kWaitCount> kWaits = {
    "network", "disk", "sleep", "lock", "child", "gil", "other"};

template <typename Io>
void describe(Io& io, Span& span) {
  io.field("file", span.file);
  io.field("line", span.line);
  io.field("end_line", span.end_line);
}

template <typename Io>
void describe(Io& io, ByteRange& range) {
  io.field("begin", range.begin);
  io.field("end", range.end);
}

template <typename Io>
void describe(Io& io, Edit& edit) {
  io.field("range", edit.range);
  io.field("text", edit.text);
}

template <typename Io>
void describe(Io& io, profiler::Cost& cost) {
  io.field("wall_s", cost.wall_s);
  io.field("cpu_s", cost.cpu_s);
  io.field("python_s", cost.python_s);
  io.field("native_s", cost.native_s);
  io.field("nogil_s", cost.nogil_s);
  io.field("wait_s", cost.wait_s);
}

template <typename Io>
void describe(Io& io, LoopMeasure& measure) {
  io.field("sampled", measure.sampled);
  io.field("seconds_per_iteration", measure.seconds_per_iteration);
  io.field("item_bytes", measure.item_bytes);
  io.field("result_bytes", measure.result_bytes);
  io.field("capture_bytes", measure.capture_bytes);
}

template <typename Io>
void describe(Io& io, HotLoop& loop) {
  describe(io, loop.span);
  io.field("bytes", loop.range);
  io.word("kind", loop.kind, kLoopKinds);
  io.field("function", loop.function);
  io.field("share", loop.share);
  io.word("class", loop.time_class, kTimeClasses);
  io.field("cost", loop.cost);
  io.field("entries", loop.entries);
  io.field("iterations", loop.iterations);
  io.field("measure", loop.measure);
  io.field("inside", loop.inside);
}

template <typename Io>
void describe(Io& io, Reason& reason) {
  io.field("id", reason.id);
  io.field("message", reason.message);
  io.field("spans", reason.spans);
  io.field("subject", reason.subject);
  io.field("remedy", reason.remedy);
  io.field("assumption", reason.assumption);
}

template <typename Io>
void describe(Io& io, Capture& capture) {
  io.field("name", capture.name);
  io.word("kind", capture.kind, kCaptureKinds);
}

template <typename Io>
void describe(Io& io, Accumulator& accumulator) {
  io.field("name", accumulator.name);
  io.word("kind", accumulator.kind, kAccumulatorKinds);
  io.field("empty", accumulator.empty);
}

template <typename Io>
void describe(Io& io, PerWorker& made) {
  io.field("name", made.name);
  io.field("attribute", made.attribute);
  io.field("copied", made.copied);
  io.field("made", made.made);
  io.field("call", made.call);
  io.field("argument", made.argument);
  io.field("configured", made.configured);
  io.word("close", made.close, kCloseKinds);
  io.field("session", made.session);
  io.field("readers", made.readers);
}

template <typename Io>
void describe(Io& io, Guard& guard) {
  io.field("condition", guard.condition);
  io.field("wanted", guard.wanted);
}

template <typename Io>
void describe(Io& io, Work& work) {
  io.field("expression", work.expression);
  io.field("applies", work.applies);
  io.field("statements", work.statements);
  io.field("prelude", work.prelude);
  io.field("guards", work.guards);
  io.field("stale_guards", work.stale_guards);
  io.field("guard_numbers", work.guard_numbers);
  io.field("prelude_stays", work.prelude_stays);
  io.field("items", work.items);
  io.field("captures", work.captures);
  io.field("results", work.results);
  io.field("accumulators", work.accumulators);
  io.field("per_worker", work.per_worker);
  io.field("most_workers", work.most_workers);
  io.field("prints", work.prints);
  io.field("prints_errors", work.prints_errors);
  io.field("loggers", work.loggers);
  io.field("leads", work.leads);
  io.field("begins_statement", work.begins_statement);
  io.field("caught", work.caught);
  io.field("repeatable", work.repeatable);
  io.field("warns", work.warns);
  io.word("arrays", work.arrays, kGivenArrays);
  io.field("items_by_place", work.items_by_place);
  io.field("linear_algebra", work.linear_algebra);
  io.field("paths", work.paths);
  io.field("path_names", work.path_names);
  io.field("bulky", work.bulky);
  io.field("gives_answers", work.gives_answers);
  io.field("plain_call", work.plain_call);
  io.field("found_ahead", work.found_ahead);
}

template <typename Io>
void describe(Io& io, Reimport::Need& need) {
  io.field("name", need.name);
  io.word("kind", need.kind, kNeedKinds);
}

template <typename Io>
void describe(Io& io, Reimport& reimport) {
  io.field("needs", reimport.needs);
  io.field("obstacles", reimport.obstacles);
}

template <typename Io>
void describe(Io& io, EarlyExit& exit) {
  io.field("places", exit.places);
  io.field("endless", exit.endless);
}

template <typename Io>
void describe(Io& io, Counter& counter) {
  io.field("name", counter.name);
  io.field("stop", counter.stop);
  io.field("step", counter.step);
}

template <typename Io>
void describe(Io& io, KernelExpr& value) {
  io.word("kind", value.kind, kExprKinds);
  io.field("text", value.text);
  io.word("type", value.type, kNumberTypes);
  io.field("axes", value.axes);
  io.field("parts", value.parts);
  io.word("maker", value.maker, kMakers);
}

template <typename Io>
void describe(Io& io, KernelBound& bound) {
  io.field("text", bound.text);
  io.field("offset", bound.offset);
  io.field("lengths", bound.lengths);
}

template <typename Io>
void describe(Io& io, KernelLoop& loop) {
  io.field("index", loop.index);
  io.field("start", loop.start);
  io.field("stop", loop.stop);
  io.field("axis", loop.axis);
  io.field("header", loop.header);
  io.field("lists", loop.lists);
  io.field("turns", loop.turns);
}

template <typename Io>
void describe(Io& io, KernelStep& step) {
  io.word("kind", step.kind, kStepKinds);
  io.field("name", step.name);
  io.field("value", step.value);
  io.field("at", step.at);
  io.field("loop", step.loop);
  io.field("body", step.body);
  io.field("otherwise", step.otherwise);
  io.field("fold", step.fold);
  io.field("running", step.running);
}

template <typename Io>
void describe(Io& io, KernelInput& input) {
  io.field("name", input.name);
  io.word("kind", input.kind, kInputKinds);
  io.word("type", input.type, kNumberTypes);
  io.field("asked", input.asked);
  io.field("read", input.read);
  io.field("frame", input.frame);
  io.field("label", input.label);
  io.field("series", input.series);
  io.field("named_rows", input.named_rows);
  io.field("items", input.items);
  io.word("labels", input.labels, kRowLabels);
  io.field("stored", input.stored);
  io.field("made", input.made);
  io.field("attribute_of", input.attribute_of);
  io.field("of_date", input.of_date);
  io.field("minus", input.minus);
  io.field("array_axes", input.array_axes);
  io.field("of", input.of);
  io.field("place", input.place);
  io.field("width", input.width);
}

template <typename Io>
void describe(Io& io, KernelPair& pair) {
  io.field("changed", pair.changed);
  io.field("other", pair.other);
}

template <typename Io>
void describe(Io& io, Kernel& kernel) {
  io.field("inputs", kernel.inputs);
  io.field("loop", kernel.loop);
  io.field("steps", kernel.steps);
  io.field("comprehension", kernel.comprehension);
  io.field("columns", kernel.columns);
  io.field("apart", kernel.apart);
  io.field("bits", kernel.bits);
  io.field("in_order", kernel.in_order);
  io.field("results", kernel.results);
  io.field("changed", kernel.changed);
  io.field("gives_series", kernel.gives_series);
  io.field("inexact", kernel.inexact);
  io.field("series_name", kernel.series_name);
}

template <typename Io>
void describe(Io& io, Candidate& candidate) {
  describe(io, candidate.loop);
  io.field("work", candidate.work);
  io.field("split", candidate.split);
  io.field("sequence", candidate.sequence);
  io.field("work_share", candidate.work_share);
  io.field("early_exit", candidate.early_exit);
  io.field("counter", candidate.counter);
  io.field("work_is_condition", candidate.work_is_condition);
  io.field("target_used_elsewhere", candidate.target_used_elsewhere);
  io.field("source_repeatable", candidate.source_repeatable);
  io.field("source_taken", candidate.source_taken);
  io.field("source_sized", candidate.source_sized);
  io.field("managers_pass", candidate.managers_pass);
  io.field("failure_unseen", candidate.failure_unseen);
  io.field("sliceable", candidate.sliceable);
  io.field("in_slices", candidate.in_slices);
  io.field("in_rows", candidate.in_rows);
  io.field("tail_moved", candidate.tail_moved);
  io.field("appends_to", candidate.appends_to);
  io.field("pool_around", candidate.pool_around);
  io.field("process_obstacles", candidate.process_obstacles);
  io.field("thread_obstacles", candidate.thread_obstacles);
  io.field("task_obstacles", candidate.task_obstacles);
  io.field("fork_obstacles", candidate.fork_obstacles);
  io.field("reimport", candidate.reimport);
  io.field("interpreter_obstacles", candidate.interpreter_obstacles);
  io.field("kernel", candidate.kernel);
  io.field("kernel_obstacles", candidate.kernel_obstacles);
  io.field("ordered_kernel", candidate.ordered_kernel);
  io.field("ordered_obstacles", candidate.ordered_obstacles);
  io.field("table_obstacles", candidate.table_obstacles);
  io.field("work_obstacles", candidate.work_obstacles);
  io.field("evidence", candidate.evidence);
  io.field("assumptions", candidate.assumptions);
}

template <typename Io>
void describe(Io& io, Decline& decline) {
  describe(io, decline.loop);
  io.field("reasons", decline.reasons);
  io.field("unproven", decline.unproven);
  io.require(!decline.reasons.empty(), "a decline has no reason");
}

template <typename Io>
void describe(Io& io, ClockOutput& output) {
  describe(io, output.span);
  io.field("literals", output.literals);
  io.field("clock_holes", output.clock_holes);
  io.field("logged", output.logged);
  io.require(output.literals.size() == output.clock_holes.size() + 1,
             "a clock output needs one literal more than holes");
}

template <typename Io>
void describe(Io& io, ClockUse& clock) {
  io.field("reads_clock", clock.reads_clock);
  io.field("steers", clock.steers);
  io.field("outputs", clock.outputs);
  io.field("log_files", clock.log_files);
}

template <typename Io>
void describe(Io& io, SourceStamp& source) {
  io.field("path", source.path);
  io.field("file", source.file);
  io.hash("xxh3", source.hash);
}

template <typename Io>
void describe(Io& io, Plan& plan) {
  io.field("candidates", plan.candidates);
  io.field("declines", plan.declines);
  io.field("clock", plan.clock);
  io.field("sources", plan.sources);
}

class Writer {
 public:
  explicit Writer(Json& out) : out_(out) {}

  template <typename T>
  void field(const char* key, T& value) {
    out_[key] = json(value);
  }
  template <typename E, std::size_t N>
  void word(const char* key, E& value, const Words<N>& words) {
    out_[key] = words.at(static_cast<std::size_t>(value));
  }
  /// As text: readers that keep numbers as doubles would lose digits.
  void hash(const char* key, std::uint64_t& value) {
    out_[key] = fmt::format("{:016x}", value);
  }
  void require(bool, const char*) {}

 private:
  template <typename T>
  static Json json(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
      return value;
    } else {
      Json object = Json::object();
      Writer writer(object);
      describe(writer, value);
      return object;
    }
  }
  template <typename T>
  static Json json(std::optional<T>& value) {
    return value ? json(*value) : Json(nullptr);
  }
  template <typename T>
  static Json json(std::vector<T>& values) {
    Json array = Json::array();
    for (T& value : values) array.push_back(json(value));
    return array;
  }
  static Json json(std::vector<bool>& values) { return values; }
  static Json json(std::array<double, profiler::kWaitCount>& waits) {
    Json object = Json::object();
    for (std::size_t i = 0; i < waits.size(); ++i) {
      object[std::string(kWaits.at(i))] = waits.at(i);
    }
    return object;
  }

  Json& out_;
};

/// Keeps the first mistake and goes on with defaults.
class Reader {
 public:
  Reader(const Json& in, std::string& error) : in_(in), error_(error) {}

  template <typename T>
  void field(const char* key, T& value) {
    if (const Json* found = find(key)) read(*found, key, value);
  }
  template <typename E, std::size_t N>
  void word(const char* key, E& value, const Words<N>& words) {
    std::string text;
    field(key, text);
    for (std::size_t i = 0; i < N; ++i) {
      if (words.at(i) != text) continue;
      value = static_cast<E>(i);
      return;
    }
    fail(fmt::format("\"{}\" is no known \"{}\"", text, key));
  }
  void hash(const char* key, std::uint64_t& value) {
    std::string text;
    field(key, text);
    const char* end = text.data() + text.size();
    auto parsed = std::from_chars(text.data(), end, value, 16);
    require(!text.empty() && parsed.ec == std::errc() && parsed.ptr == end,
            "a hash is not a hexadecimal number");
  }
  void require(bool holds, const char* why) {
    if (!holds) fail(why);
  }

 private:
  void fail(std::string why) {
    if (error_.empty()) error_ = std::move(why);
  }

  const Json* find(const char* key) {
    auto found = in_.is_object() ? in_.find(key) : in_.end();
    if (found != in_.end()) return &*found;
    fail(fmt::format("\"{}\" is missing", key));
    return nullptr;
  }

  void expect(bool is_right, const char* key, const char* kind) {
    if (!is_right) fail(fmt::format("\"{}\" is not {}", key, kind));
  }

  void read(const Json& json, const char* key, std::string& value) {
    expect(json.is_string(), key, "a string");
    if (json.is_string()) value = json.get<std::string>();
  }
  void read(const Json& json, const char* key, bool& value) {
    expect(json.is_boolean(), key, "true or false");
    if (json.is_boolean()) value = json.get<bool>();
  }
  void read(const Json& json, const char* key, double& value) {
    expect(json.is_number(), key, "a number");
    if (json.is_number()) value = json.get<double>();
  }
  void read(const Json& json, const char* key, int& value) {
    read_integer(json, key, value);
  }
  void read(const Json& json, const char* key, std::uint32_t& value) {
    read_integer(json, key, value);
  }
  void read(const Json& json, const char* key, std::int64_t& value) {
    read_integer(json, key, value);
  }
  template <typename T>
  void read_integer(const Json& json, const char* key, T& value) {
    // A negative number is signed, any other unsigned: no value is both.
    bool fits = json.is_number_integer() &&
                (json.is_number_unsigned()
                     ? std::in_range<T>(json.get<std::uint64_t>())
                     : std::in_range<T>(json.get<std::int64_t>()));
    expect(fits, key, "a whole number in range");
    if (fits) value = json.get<T>();
  }
  template <typename T>
  void read(const Json& json, const char* key, std::optional<T>& value) {
    if (!json.is_null()) read(json, key, value.emplace());
  }
  template <typename T>
  void read(const Json& json, const char* key, std::vector<T>& values) {
    expect(json.is_array(), key, "an array");
    if (!json.is_array()) return;
    for (const Json& item : json) {
      T value{};
      read(item, key, value);
      values.push_back(std::move(value));
    }
  }
  void read(const Json& json, const char*,
            std::array<double, profiler::kWaitCount>& waits) {
    Reader reader(json, error_);
    for (std::size_t i = 0; i < waits.size(); ++i) {
      reader.field(kWaits.at(i).data(), waits.at(i));
    }
  }
  template <typename T>
  void read(const Json& json, const char* key, T& value) {
    expect(json.is_object(), key, "an object");
    Reader reader(json, error_);
    describe(reader, value);
  }

  const Json& in_;
  std::string& error_;
};

Error not_a_plan(const std::string& why) {
  return {Error::Kind::kUsage, "not a plan: " + why,
          "give a plan.json that this version of pyprof-parallel wrote"};
}

}  // namespace

std::string plan_to_json(const Plan& plan) {
  Json out = {{"schema", kSchema}, {"schema_version", kSchemaVersion}};
  Plan copy = plan;
  Writer writer(out);
  describe(writer, copy);
  // A path need not be UTF-8, JSON must be.
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Plan> plan_from_json(std::string_view json) {
  Json in = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (in.is_discarded()) return not_a_plan("this is not JSON");
  if (!in.is_object()) return not_a_plan("this is not a JSON object");
  if (auto member = in.find("plan"); member != in.end()) {
    in = Json(*member);
    if (!in.is_object()) return not_a_plan("\"plan\" is not a JSON object");
  }
  auto schema = in.find("schema");
  if (schema == in.end() || *schema != kSchema) {
    return not_a_plan(fmt::format("\"schema\" is not \"{}\"", kSchema));
  }
  auto version = in.find("schema_version");
  if (version == in.end() || *version != kSchemaVersion) {
    return not_a_plan(
        fmt::format("\"schema_version\" is not {}", kSchemaVersion));
  }
  Plan plan;
  std::string error;
  Reader reader(in, error);
  describe(reader, plan);
  if (!error.empty()) return not_a_plan(error);
  return plan;
}

std::string_view time_class_name(TimeClass time_class) {
  return kTimeClasses.at(static_cast<std::size_t>(time_class));
}

std::string_view loop_kind_name(LoopKind kind) {
  return kLoopKinds.at(static_cast<std::size_t>(kind));
}

}  // namespace ppp::advisor
