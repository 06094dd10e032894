// SPDX-License-Identifier: Apache-2.0
#include "advisor/clock_tables.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <set>
#include <span>
#include <string>

namespace ppp::advisor::clock {
namespace {

template <std::size_t N>
bool in(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Always read a clock.
constexpr std::string_view kSources[] = {"time.time",
                                         "time.time_ns",
                                         "time.perf_counter",
                                         "time.perf_counter_ns",
                                         "time.monotonic",
                                         "time.monotonic_ns",
                                         "time.process_time",
                                         "time.process_time_ns",
                                         "time.thread_time",
                                         "time.thread_time_ns",
                                         "time.clock_gettime",
                                         "time.clock_gettime_ns",
                                         "time.clock",
                                         "datetime.datetime.now",
                                         "datetime.datetime.utcnow",
                                         "datetime.datetime.today",
                                         "datetime.date.today",
                                         "timeit.default_timer",
                                         "timeit.timeit",
                                         "timeit.repeat",
                                         "timeit.Timer().timeit",
                                         "timeit.Timer().repeat",
                                         "os.times",
                                         "resource.getrusage"};
// Read the clock unless a time is given.
constexpr std::string_view kSourcesWithoutTime[] = {
    "time.ctime", "time.localtime", "time.gmtime", "time.asctime"};
constexpr std::string_view kPure[] = {"builtins.round",
                                      "builtins.int",
                                      "builtins.float",
                                      "builtins.complex",
                                      "builtins.str",
                                      "builtins.repr",
                                      "builtins.ascii",
                                      "builtins.format",
                                      "builtins.abs",
                                      "builtins.pow",
                                      "builtins.sum",
                                      "builtins.bool",
                                      "time.ctime",
                                      "time.localtime",
                                      "time.gmtime",
                                      "time.asctime",
                                      "time.strftime",
                                      "time.mktime",
                                      "datetime.timedelta",
                                      "datetime.datetime",
                                      "datetime.date",
                                      "datetime.time",
                                      "datetime.datetime.fromtimestamp",
                                      "datetime.datetime.utcfromtimestamp",
                                      "datetime.datetime.combine",
                                      "datetime.datetime.strftime",
                                      "datetime.date.fromtimestamp",
                                      "statistics.mean",
                                      "statistics.fmean",
                                      "statistics.median",
                                      "statistics.median_low",
                                      "statistics.median_high",
                                      "statistics.stdev",
                                      "statistics.pstdev",
                                      "statistics.variance",
                                      "statistics.pvariance",
                                      "numpy.mean",
                                      "numpy.median",
                                      "numpy.std",
                                      "numpy.var",
                                      "numpy.average",
                                      "numpy.sum",
                                      "numpy.round",
                                      "numpy.percentile",
                                      "decimal.Decimal"};
constexpr std::string_view kPureMath[] = {
    "math.floor", "math.ceil", "math.trunc", "math.fsum", "math.sqrt",
    "math.log",   "math.log2", "math.log10", "math.exp",  "math.fmod",
    "math.pow",   "math.modf", "math.fabs",  "math.hypot"};
constexpr std::string_view kText[] = {
    "builtins.str",   "builtins.repr",
    "builtins.ascii", "builtins.format",
    "time.ctime",     "time.asctime",
    "time.strftime",  "datetime.datetime.strftime"};
constexpr std::string_view kDynamic[] = {"builtins.exec",
                                         "builtins.eval",
                                         "builtins.compile",
                                         "builtins.globals",
                                         "builtins.locals",
                                         "builtins.setattr",
                                         "builtins.delattr",
                                         "sys._getframe",
                                         "sys.settrace",
                                         "sys.setprofile",
                                         "inspect.currentframe",
                                         "inspect.stack",
                                         "gc.get_objects",
                                         "gc.get_referrers",
                                         "sys.modules",
                                         "contextlib.redirect_stdout",
                                         "contextlib.redirect_stderr",
                                         "builtins.__builtins__",
                                         "timeit.main"};
constexpr std::string_view kKeepsFunction[] = {
    "builtins.staticmethod",     "builtins.classmethod",
    "functools.wraps()",         "functools.lru_cache",
    "functools.lru_cache()",     "functools.cache",
    "abc.abstractmethod",        "typing.overload",
    "typing.no_type_check",      "typing.final",
    "contextlib.contextmanager", "contextlib.asynccontextmanager"};
constexpr std::string_view kPureMethods[] = {"total_seconds",
                                             "isoformat",
                                             "strftime",
                                             "timestamp",
                                             "date",
                                             "time",
                                             "timetz",
                                             "timetuple",
                                             "utctimetuple",
                                             "astimezone",
                                             "replace",
                                             "weekday",
                                             "isoweekday",
                                             "isocalendar",
                                             "ctime",
                                             "toordinal",
                                             "utcoffset",
                                             "is_integer",
                                             "as_integer_ratio",
                                             "rjust",
                                             "ljust",
                                             "center",
                                             "zfill",
                                             "strip",
                                             "lstrip",
                                             "rstrip",
                                             "upper",
                                             "lower",
                                             "title",
                                             "format",
                                             "join",
                                             "split",
                                             "rsplit",
                                             "splitlines",
                                             "partition",
                                             "rpartition",
                                             "expandtabs",
                                             "capitalize",
                                             "casefold",
                                             "removeprefix",
                                             "removesuffix",
                                             "mean",
                                             "sum",
                                             "std",
                                             "min",
                                             "max",
                                             "round",
                                             "item",
                                             "quantize",
                                             "encode",
                                             "decode",
                                             "bit_length"};
constexpr std::string_view kKeepsText[] = {"rjust",  "ljust", "center",
                                           "zfill",  "strip", "lstrip",
                                           "rstrip", "upper", "lower"};
constexpr std::string_view kFollowed[] = {
    "__init__",  "__enter__", "__exit__",     "__aenter__",
    "__aexit__", "__call__",  "__post_init__"};
constexpr std::string_view kHarmlessStars[] = {
    "math",       "time",        "datetime",  "random",      "typing",
    "itertools",  "collections", "functools", "dataclasses", "timeit",
    "statistics", "abc",         "enum",      "decimal",     "fractions"};
constexpr std::string_view kLoggingMethods[] = {
    "debug", "info", "warning", "warn", "error", "critical", "fatal"};

/// In "logging.getLogger().getChild().info".
constexpr int kDotsToLogger = 3;

/// What is told apart besides, by its whole path.
constexpr std::string_view kOthers[] = {"dataclasses.dataclass()",
                                        "sys.stderr.write", "sys.stdout.write",
                                        "timeit.Timer().autorange"};

/// A table names what `path` is, or something that is reached through it.
bool leads_to_a_table(std::string_view path) {
  static const std::set<std::string_view> known = [] {
    std::set<std::string_view> all;
    for (std::span<const std::string_view> table :
         std::initializer_list<std::span<const std::string_view>>{
             kSources, kSourcesWithoutTime, kPure, kPureMath, kText, kDynamic,
             kKeepsFunction, kOthers}) {
      all.insert(table.begin(), table.end());
    }
    return all;
  }();
  // Loggers are told apart by the way to them.
  if (path.starts_with("logging.")) {
    return std::count(path.begin(), path.end(), '.') <= kDotsToLogger;
  }
  const auto next = known.lower_bound(path);
  return next != known.end() && next->starts_with(path);
}

}  // namespace

bool is_source(std::string_view path, std::size_t arguments) {
  if (in(kSources, path)) return true;
  if (path == "time.strftime") return arguments < 2;
  return arguments == 0 && in(kSourcesWithoutTime, path);
}

bool may_be_source(std::string_view path) {
  return in(kSources, path) || in(kSourcesWithoutTime, path) ||
         path == "time.strftime" || path == "timeit.Timer().autorange";
}

bool is_pure(std::string_view path) {
  return in(kPure, path) || in(kPureMath, path);
}

std::string path_of_attribute(const std::string& path,
                              const std::string& name) {
  std::string dotted = path + "." + name;
  const bool of_module = path.find_first_of(".)") == std::string::npos;
  return path != kSomewhere && (of_module || leads_to_a_table(dotted))
             ? dotted
             : std::string(kSomewhere);
}

std::string path_of_result(const std::string& path) {
  std::string result = path + "()";
  return leads_to_a_table(result) ? result : std::string(kSomewhere);
}

bool makes_text(std::string_view path) { return in(kText, path); }

bool is_dynamic(std::string_view path) { return in(kDynamic, path); }

bool keeps_function(std::string_view path) { return in(kKeepsFunction, path); }

bool is_pure_method(std::string_view name) { return in(kPureMethods, name); }

bool keeps_clock_text(std::string_view name) { return in(kKeepsText, name); }

bool is_followed_special(std::string_view name) { return in(kFollowed, name); }

bool is_harmless_star(std::string_view module) {
  return in(kHarmlessStars, module);
}

bool is_logging_call(std::string_view path) {
  std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos ||
      !in(kLoggingMethods, path.substr(dot + 1))) {
    return false;
  }
  std::string_view logger = path.substr(0, dot);
  return logger == "logging" || logger == "logging.getLogger()" ||
         logger == "logging.root" || logger == "logging.getLogger().getChild()";
}

}  // namespace ppp::advisor::clock
