// SPDX-License-Identifier: Apache-2.0
#include "harness/traceback.h"

#include <array>

namespace ppp::harness {
namespace {

constexpr std::string_view kHead = "Traceback (most recent call last):\n";
constexpr std::array<std::string_view, 2> kConnectors = {
    "\nThe above exception was the direct cause of the following exception:\n"
    "\n",
    "\nDuring handling of the above exception, another exception occurred:\n"
    "\n"};
constexpr std::array<std::string_view, 2> kRemoteHeads = {
    "concurrent.futures.process._RemoteTraceback: \n\"\"\"\n",
    "multiprocessing.pool.RemoteTraceback: \n\"\"\"\n"};

/// The last place where `needle` begins a line; npos if there is none.
std::size_t last_line_start(std::string_view text, std::string_view needle) {
  for (std::size_t at = text.rfind(needle); at != std::string_view::npos;
       at = text.rfind(needle, at - 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return std::string_view::npos;
}

/// Where the exception begins in a block: after the head and its indented
/// lines. The frames of a traceback are indented, the exception is not.
std::size_t exception_start(std::string_view block) {
  std::size_t at = kHead.size();
  while (at < block.size() && block.substr(at, 2) == "  ") {
    std::size_t end = block.find('\n', at);
    at = end == std::string_view::npos ? block.size() : end + 1;
  }
  return at;
}

/// Where the block begins that ends at the end of `text`, a connector follows.
std::size_t previous_start(std::string_view text) {
  if (text.ends_with("\"\"\"\n")) {
    std::size_t best = std::string_view::npos;
    for (std::string_view head : kRemoteHeads) {
      std::size_t at = last_line_start(text, head);
      if (at == std::string_view::npos) continue;
      if (best == std::string_view::npos || at > best) best = at;
    }
    if (best != std::string_view::npos) return best;
  }
  return last_line_start(text, kHead);
}

}  // namespace

std::optional<SplitError> split_traceback(std::string_view text) {
  std::size_t start = last_line_start(text, kHead);
  if (start == std::string_view::npos) return std::nullopt;
  std::string_view block = text.substr(start);
  std::size_t at = exception_start(block);
  // A traceback has frames, or (a syntax error) at least an exception.
  if (at == block.size()) return std::nullopt;
  SplitError split;
  split.exception = block.substr(at);
  for (bool chained = true; chained;) {
    chained = false;
    for (std::string_view connector : kConnectors) {
      std::string_view before = text.substr(0, start);
      if (!before.ends_with(connector)) continue;
      before.remove_suffix(connector.size());
      std::size_t previous = previous_start(before);
      if (previous == std::string_view::npos) continue;
      start = previous;
      chained = true;
    }
  }
  split.before = text.substr(0, start);
  return split;
}

}  // namespace ppp::harness
