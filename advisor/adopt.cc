// SPDX-License-Identifier: Apache-2.0
#include "advisor/adopt.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "advisor/code_places.h"
#include "advisor/loops.h"

namespace ppp::advisor {
namespace {

namespace fs = std::filesystem;
using profiler::Frame;
using profiler::Profile;

// Files and places that a note names.
constexpr std::size_t kNamed = 3;
// Of the time.
constexpr double kWorthNaming = 0.01;

using Parts = std::vector<std::string>;

/// The parts of a path of any system.
Parts parts_of_path(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  Parts parts;
  for (const fs::path& part : fs::path(path).lexically_normal()) {
    if (!part.empty() && part != ".") parts.push_back(part.string());
  }
  return parts;
}

bool is_absolute(const std::string& path) {
  return path.starts_with('/') || path.starts_with('\\') ||
         (path.size() > 2 && path[1] == ':');
}

std::string joined_path(const Parts& parts) {
  fs::path path;
  for (const std::string& part : parts) path /= part;
  return path.string();
}

std::size_t common_tail(const Parts& a, const Parts& b) {
  std::size_t same = 0;
  while (same < a.size() && same < b.size() &&
         a[a.size() - 1 - same] == b[b.size() - 1 - same]) {
    ++same;
  }
  return same;
}

/// The directory that holds all files of a project.
Parts root_of(const Project& project) {
  Parts root = parts_of_path(project.files.front().path());
  root.pop_back();
  for (const SourceFile& file : project.files) {
    const Parts other = parts_of_path(file.path());
    const auto end =
        std::mismatch(root.begin(), root.end(), other.begin(), other.end());
    root.erase(end.first, root.end());
  }
  return root;
}

struct Local {
  const SourceFile* source = nullptr;
  CodePlaces places;
  Parts path;      ///< absolute
  Parts relative;  ///< to the project's root
};

/// What the profile says of one of its files.
struct Recorded {
  std::vector<int> frames;
  Parts path;
  bool absolute = false;
};

class Adopter {
 public:
  Adopter(Profile profile, const Project& project, std::string recorded_in);
  Result<Adopted> adopt();

 private:
  /// Directories of the other machine that could be the project's root.
  struct Root {
    std::set<std::string> files;  ///< of the profile
    int fitting = 0;              ///< frames on lines of their function
    std::size_t tail = 0;         ///< parts at its end as here
    auto rank() const { return std::pair(fitting, tail); }
  };

  int fitting(const Recorded& file, const Local& local) const;
  bool is_here(const Frame& frame, const Local& local) const;
  std::map<std::string, Root> possible_roots() const;
  Status match_absolute();
  Status match_relative();
  bool only_functions() const;
  void drop_changed();
  void stand_for_loops();
  void note_missing_files();
  void note_unknown();

  Profile profile_;
  const Project& project_;
  std::string recorded_in_;
  Parts root_;
  std::vector<Local> locals_;
  std::map<std::string, Recorded> files_;
  std::map<std::string, const Local*> matches_;  ///< by the profile's names
  std::set<int> gone_;  ///< frames whose function is elsewhere
  std::vector<std::string> notes_;
};

Adopter::Adopter(Profile profile, const Project& project,
                 std::string recorded_in)
    : profile_(std::move(profile)),
      project_(project),
      recorded_in_(joined_path(parts_of_path(std::move(recorded_in)))),
      root_(root_of(project)) {
  for (const SourceFile& source : project.files) {
    const Parts path = parts_of_path(source.path());
    const auto begin = path.begin() + static_cast<std::ptrdiff_t>(root_.size());
    locals_.push_back(
        {&source, CodePlaces(source), path, Parts(begin, path.end())});
  }
  for (std::size_t i = 0; i < profile_.frames.size(); ++i) {
    const std::string& file = profile_.frames[i].file;
    if (file.empty() || file.starts_with('<')) continue;
    Recorded& one = files_[file];
    if (one.frames.empty()) {
      one.path = parts_of_path(file);
      one.absolute = is_absolute(file);
    }
    one.frames.push_back(static_cast<int>(i));
  }
}

bool Adopter::is_here(const Frame& frame, const Local& local) const {
  if (profile_.origin.whole_functions || frame.line == 0) {
    return !local.places.named(frame.function, frame.line).empty();
  }
  return local.places.fits(frame.function, frame.line);
}

int Adopter::fitting(const Recorded& file, const Local& local) const {
  return static_cast<int>(
      std::count_if(file.frames.begin(), file.frames.end(), [&](int index) {
        return is_here(profile_.frames[static_cast<std::size_t>(index)], local);
      }));
}

std::map<std::string, Adopter::Root> Adopter::possible_roots() const {
  std::map<std::string, Root> roots;
  for (const auto& [name, file] : files_) {
    if (!file.absolute) continue;
    for (const Local& local : locals_) {
      const std::size_t below = local.relative.size();
      if (common_tail(file.path, local.relative) < below) continue;
      const Parts above(file.path.begin(),
                        file.path.end() - static_cast<std::ptrdiff_t>(below));
      const std::string directory = joined_path(above);
      if (!recorded_in_.empty() && directory != recorded_in_) continue;
      Root& root = roots[directory];
      root.files.insert(name);
      root.fitting += fitting(file, local);
      root.tail = common_tail(above, root_);
    }
  }
  return roots;
}

Status Adopter::match_absolute() {
  const auto roots = possible_roots();
  if (roots.empty() && !recorded_in_.empty()) {
    return Error{Error::Kind::kUsage,
                 "no file of the program was recorded in " + recorded_in_,
                 "give the directory of the script as the profile has it"};
  }
  if (roots.empty()) return Done{};
  auto best = roots.find(joined_path(root_));
  if (best == roots.end()) {
    best = std::max_element(roots.begin(), roots.end(),
                            [](const auto& a, const auto& b) {
                              return a.second.rank() < b.second.rank();
                            });
    for (auto other = roots.begin(); other != roots.end(); ++other) {
      if (other == best || other->second.rank() != best->second.rank()) {
        continue;
      }
      return Error{Error::Kind::kUsage,
                   "the program may have been in " + best->first + " or in " +
                       other->first + " when it was recorded",
                   "say where: --recorded-in " + best->first};
    }
  }
  const Parts root = parts_of_path(best->first);
  for (const std::string& name : best->second.files) {
    const Parts& path = files_.at(name).path;
    const Parts relative(
        path.begin() + static_cast<std::ptrdiff_t>(root.size()), path.end());
    for (const Local& local : locals_) {
      if (local.relative == relative) matches_[name] = &local;
    }
  }
  return Done{};
}

/// Names that a tool has cut at the front.
Status Adopter::match_relative() {
  for (const auto& [name, file] : files_) {
    if (file.absolute) continue;
    const Local* best = nullptr;
    std::pair<int, int> rank;
    bool several = false;
    for (const Local& local : locals_) {
      if (common_tail(file.path, local.path) < file.path.size()) continue;
      const bool whole =
          local.relative == file.path || local.source->file() == name;
      const std::pair<int, int> own = {fitting(file, local), whole};
      several = best && own == rank;
      if (best && own <= rank) continue;
      best = &local;
      rank = own;
      several = false;
    }
    if (several) {
      return Error{Error::Kind::kUsage,
                   name + " may be several files of the program",
                   "record with whole paths: py-spy record --full-filenames"};
    }
    if (best) matches_[name] = best;
  }
  return Done{};
}

/// Every frame is on the first line of a function, or on none.
bool Adopter::only_functions() const {
  bool any = false;
  for (const auto& [name, local] : matches_) {
    for (int index : files_.at(name).frames) {
      const Frame& frame = profile_.frames[static_cast<std::size_t>(index)];
      const auto codes = local->places.named(frame.function, frame.line);
      const bool first = std::any_of(
          codes.begin(), codes.end(),
          [](const auto* code) { return code->last_line > code->first_line; });
      if (!first && local->places.fits(frame.function, frame.line)) {
        return false;
      }
      any |= first && frame.function != "<module>";
    }
  }
  return any;
}

void Adopter::drop_changed() {
  for (const auto& [name, local] : matches_) {
    std::vector<std::string> gone;
    const std::vector<int>& frames = files_.at(name).frames;
    for (int index : frames) {
      Frame& frame = profile_.frames[static_cast<std::size_t>(index)];
      if (is_here(frame, *local)) continue;
      gone.push_back(frame.line > 0 ? fmt::format("{} on line {}",
                                                  frame.function, frame.line)
                                    : frame.function);
      gone_.insert(index);
      frame.line = 0;
    }
    if (gone.empty()) continue;
    std::sort(gone.begin(), gone.end());
    const std::size_t shown = std::min(gone.size(), kNamed);
    notes_.push_back(fmt::format(
        "{} has changed since it was recorded: {} of {} places are not there "
        "({}{}), and count for no loop; have the version that was recorded "
        "here",
        local->source->file(), gone.size(), frames.size(),
        fmt::join(gone.begin(),
                  gone.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
        shown < gone.size() ? ", …" : ""));
  }
}

void Adopter::stand_for_loops() {
  std::map<int, std::vector<int>> loops;  // frames beside a frame
  for (const auto& [name, local] : matches_) {
    for (int index : files_.at(name).frames) {
      if (gone_.contains(index)) continue;
      const Frame frame = profile_.frames[static_cast<std::size_t>(index)];
      for (const auto* code : local->places.named(frame.function, frame.line)) {
        for (int line : local->places.loop_lines(*code)) {
          loops[index].push_back(static_cast<int>(profile_.frames.size()));
          profile_.frames.push_back(
              {frame.file, frame.function, line, code->first_line});
        }
      }
    }
  }
  for (profiler::Stack& stack : profile_.stacks) {
    std::vector<int> frames;
    for (int index : stack.frames) {
      if (auto more = loops.find(index); more != loops.end()) {
        frames.insert(frames.end(), more->second.begin(), more->second.end());
      }
      frames.push_back(index);
    }
    stack.frames = std::move(frames);
  }
  profile_.origin.whole_functions = true;
  notes_.push_back(
      "the file tells functions, not lines: the share of a loop is at most "
      "that of its function, and calls in a row are not looked for");
}

/// Where the time is that is in no file of the project.
void Adopter::note_missing_files() {
  std::map<std::string, double> missing;
  double all = 0;
  for (const profiler::Stack& stack : profile_.stacks) {
    const Frame& leaf =
        profile_.frames[static_cast<std::size_t>(stack.frames.back())];
    all += stack.cost.wall_s;
    if (matches_.contains(leaf.file) || leaf.file.empty()) continue;
    missing[leaf.file] += stack.cost.wall_s;
  }
  std::vector<std::pair<double, std::string>> most;
  double together = 0;
  for (const auto& [file, wall_s] : missing) {
    most.emplace_back(-wall_s, file);
    together += wall_s;
  }
  std::sort(most.begin(), most.end());
  std::erase_if(
      most, [&](const auto& one) { return -one.first < kWorthNaming * all; });
  const std::size_t shown = std::min(kNamed, most.size());
  std::string names;
  for (std::size_t i = 0; i < shown; ++i) {
    names += fmt::format("{} {} ({:.0f} %)", i ? "," : ":", most[i].second,
                         -100 * most[i].first / all);
  }
  if (together < kWorthNaming * all) return;
  notes_.push_back(fmt::format(
      "{:.0f} % of the time is spent in files that are not of the program and "
      "not analysed{}{}",
      100 * together / all, names, shown < most.size() ? ", …" : ""));
}

void Adopter::note_unknown() {
  const std::string& format = profile_.origin.format;
  notes_.push_back(
      "the file does not tell what the time was spent on, nor how often loops "
      "ran: nothing is predicted, and nothing can be rewritten from it; `run "
      "script.py` measures both");
  if (format == "collapsed stacks" ||
      format.find("py-spy") != std::string::npos) {
    notes_.push_back(
        "py-spy leaves out threads that wait, unless it is run with --idle: "
        "loops that wait may be missing");
  }
}

Result<Adopted> Adopter::adopt() {
  for (Status matched : {match_absolute(), match_relative()}) {
    if (!matched.ok()) return matched.error();
  }
  if (matches_.empty()) {
    return Error{Error::Kind::kUsage,
                 "no file of the profile is " + project_.files[0].file() +
                     " or one that it imports",
                 "name the script behind the profile's name: advise PROFILE "
                 "script.py"};
  }
  const bool functions = profile_.origin.whole_functions || only_functions();
  drop_changed();
  note_missing_files();
  // The rest of the advisor knows the project's names.
  if (functions) stand_for_loops();
  for (Frame& frame : profile_.frames) {
    auto match = matches_.find(frame.file);
    if (match != matches_.end()) frame.file = match->second->source->file();
  }
  note_unknown();
  return Adopted{std::move(profile_), std::move(notes_)};
}

}  // namespace

Result<Adopted> adopt(profiler::Profile profile, const Project& project,
                      const std::string& recorded_in) {
  return Adopter(std::move(profile), project, recorded_in).adopt();
}

}  // namespace ppp::advisor
