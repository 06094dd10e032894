// SPDX-License-Identifier: Apache-2.0
#include "advisor/outside.h"

#include <unordered_map>

#include "advisor/assumption.h"

namespace ppp::advisor {
namespace {

std::string words(const std::string& category) {
  static const std::unordered_map<std::string, std::string> table = {
      {"stdout", "writes to stdout"},
      {"print", "writes to stdout"},
      {"stderr", "writes to stderr"},
      {"print-error", "writes to stderr"},
      {"stdin", "reads stdin"},
      {"file-write", "writes a file"},
      {"network", "sends more than a safe request over the network"},
      {"connect", "connects without a request that is known to be safe"},
      {"conversation", "opens a connection, and may send more than a question"},
      {"talk", "sends or receives over a connection"},
      {"query", "asks a database"},
      {"database", "may change a database"},
      {"child-process", "starts a child process, whose effects are unknown"},
      {"program", "starts a child process, whose effects are unknown"},
      {"process-state", "changes state of the whole process"},
      {"random", "draws from a shared random generator"},
      {"entropy", "draws random bits from the system"},
      {"clock", "reads a clock"},
      {"thread", "starts or joins threads"},
      {"task", "starts another task of the event loop"},
      {"event-loop", "runs an event loop"},
      {"lock", "takes a lock"},
      {"exit", "ends the program"},
      {"import", "runs an import"},
      {"dynamic", "runs or changes code that cannot be seen"},
      {"introspect-traceback", "looks at a traceback"},
      {"warnings", "issues a warning"},
      {"log-record", "tells a logger what must be written in order"},
      {"log-setup", "sets up logging"},
      {"cache-statistics", "reads the statistics of a cache"},
      {"native-print",
       "has LAPACK print to stdout, below Python, where a matrix holds a NaN "
       "or infinity: singular values are computed"},
  };
  auto found = table.find(category);
  return found == table.end() ? "has the effect " + category : found->second;
}

/// The id of what an effect may not do.
std::string id_of(const std::string& category) {
  if (category == "print") return "effect-stdout";
  if (category == "print-error") return "effect-stderr";
  if (category == "program") return "effect-child-process";
  if (category == "native-print") return "effect-stdout";
  const bool network = category == "conversation" || category == "talk";
  return "effect-" + (network ? "network" : category);
}

}  // namespace

bool harmless_outside(const std::string& category) {
  return category == "file-read" || category == "environment-read" ||
         category == "sleep" || category == "back-off" ||
         category == "network-safe" || category == "memoize" ||
         category == "identity" || category == "exception-origin" ||
         category == "same-object" || category == "context" ||
         category == "hidden-state" || category == "worker-thread" ||
         category == "stack-depth" || category == "log" ||
         category == "pickle" || category == "linear-algebra";
}

bool is_request(const std::string& category) {
  return category == "network-safe" || category == "conversation" ||
         category == "query";
}

Reason outside_conflict(const std::string& category, const Place& place,
                        const std::string& who) {
  Reason reason{id_of(category), who + words(category), {}};
  if (place.source) {
    const Span span = place.span();
    if (span.line > 0)
      reason.message += " on line " + std::to_string(span.line);
    reason.spans.push_back(span);
  }
  if (place.source && category == "database") {
    reason.message = who + "may change a database by " + doubt_about(place);
  }
  reason.assumption = outside_assumption(category, place);
  // Only where not all that is sent over it are requests.
  if (category == "connect") {
    reason.assumption = outside_assumption("conversation", place);
  }
  return reason;
}

}  // namespace ppp::advisor
