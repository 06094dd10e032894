// SPDX-License-Identifier: Apache-2.0
// Figures and phrases that the reports for people share.

#pragma once

#include <string>
#include <string_view>

#include "harness/report/report.h"

namespace ppp::harness {

std::string seconds(double value);                     ///< "6.10 s", "12 ms"
std::string percent(double share);                     ///< "97 %"
std::string times(double ratio);                       ///< "1.89×"
std::string count(int number, std::string_view noun);  ///< "2 CPUs"
std::string interval(const Speedup& speedup);  ///< "1.89× (1.84 to 1.93)"

/// What was run, as typed: "main.py 120".
std::string command_words(const profiler::Profile& profile);
/// "for loop in main(), cpu-python".
std::string loop_words(const advisor::HotLoop& loop);
/// "bytecode 90 %, network wait 10 %": the parts above one percent.
std::string spent_words(const profiler::Cost& cost);
std::string status_words(Outcome::Status status);
/// "1.89× faster (95 % interval 1.84 to 1.93, 5 pairs): 6.09 s to 3.23 s".
std::string faster_words(const Outcome& outcome);

/// The strategy that was accepted for this loop, or nullptr.
const Proposal* accepted(const Hotspot& spot);

/// "16 iterations probed: 12 ms each, 5 bytes in, 28 bytes out".
std::string measure_words(const advisor::LoopMeasure& measure);
/// "tested, not proven: assumes that …", "" for a loop that is proven.
std::string tested_words(const Hotspot& spot);

/// Later lines of `text` moved `columns` to the right.
std::string indented(std::string_view text, std::size_t columns);
/// Quoted where a shell would split or expand it.
std::string shell_word(const std::string& word);

}  // namespace ppp::harness
