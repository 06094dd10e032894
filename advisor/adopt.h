// SPDX-License-Identifier: Apache-2.0
// A profile of another machine and another tool, said in the files and lines of
// a project that is here.

#pragma once

#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::advisor {

struct Adopted {
  profiler::Profile profile;
  std::vector<std::string> notes;  ///< what is not known of it, for people
};

/// Files of `profile` that are files of `project` get their names: those below
/// one directory of the other machine whose paths end like those here.
/// `recorded_in`: that directory; "": the one that fits best. Frames on lines
/// where their function is not any more are on no line. Where only functions
/// are known, a frame stands for all loops of its function.
///
/// Fails where no file fits, or several directories fit equally well.
Result<Adopted> adopt(profiler::Profile profile, const Project& project,
                      const std::string& recorded_in);

}  // namespace ppp::advisor
