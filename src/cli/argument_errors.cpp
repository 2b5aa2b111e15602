#include "argument_errors.h"

#include <algorithm>
#include <cctype>

#include "cartouche/base/words.h"

namespace cartouche::cli {
namespace {

bool is_kind(const CLI::ParseError& error, CLI::ExitCodes kind) {
  return error.get_exit_code() == static_cast<int>(kind);
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> long_options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<std::string> short_options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  return names;
}

bool is_one_of(const std::string& word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "-x", but neither "-" nor a negative number.
bool is_short_option(const std::string& argument) {
  return argument.size() > 1 && argument[0] == '-' && argument[1] != '-' &&
         std::isalpha(static_cast<unsigned char>(argument[1])) != 0;
}

// Of a letter, the options that begin with it come to mind before those that are spelled like it.
std::string suggested_for_letter(char letter, const std::vector<std::string>& options) {
  std::vector<std::string> same;
  for (const std::string& option : options)
    if (option[2] == letter) same.push_back(option);
  return same.size() == 1 ? "did you mean '" + same.front() + "'?"
                          : suggestion("", same.empty() ? options : same);
}

// The first option that the command does not have; "" where it has them all.
std::string unknown_option(const CLI::App& command, const std::vector<std::string>& arguments) {
  const std::vector<std::string> options = long_options_of(command);
  const std::vector<std::string> letters = short_options_of(command);
  for (const std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    const std::string what = "no option '" + name + "' of " + command.get_name() + "; ";
    if (name.size() > 2 && name.starts_with("--") && !is_one_of(name, options))
      return what + suggestion(name, options);
    if (is_short_option(argument) && !is_one_of(argument.substr(0, 2), letters))
      return "no option '" + argument.substr(0, 2) + "' of " + command.get_name() + "; " +
             suggested_for_letter(argument[1], options);
  }
  return "";
}

// The option whose value the parser complains of, by its name in the complaint; null where it names none.
const CLI::Option* option_in(const CLI::App& command, const std::string& complaint) {
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) {
      const std::size_t at = complaint.find("--" + name);
      const std::size_t end = at + name.size() + 2;
      if (at != std::string::npos &&
          (end >= complaint.size() ||
           (std::isalnum(static_cast<unsigned char>(complaint[end])) == 0 && complaint[end] != '-')))
        return option;
    }
  return nullptr;
}

// Of a value that is not what the option takes. The parser's complaint ends in the value.
std::string wrong_value(const CLI::Option& option, const std::string& complaint) {
  const std::size_t equals = complaint.rfind(" = ");
  const std::string value = equals == std::string::npos ? "" : ", not '" + complaint.substr(equals + 3) + "'";
  const bool whole = option.get_type_name().starts_with("INT") || option.get_type_name().starts_with("UINT");
  return option.get_name() + " takes a " + (whole ? "whole " : "") + "number" + value + ": " +
         option.get_description();
}

// The first argument, in the order they were written, of those that the complaint lists at its end.
std::string first_left_over(const std::string& complaint, const std::vector<std::string>& arguments) {
  const std::string listed = complaint.substr(complaint.rfind(':') + 1) + " ";
  for (const std::string& argument : arguments)
    if (listed.find(" " + argument + " ") != std::string::npos) return "no '" + argument + "'";
  return "no more";
}

}  // namespace

std::string argument_error(const CLI::App& app, const std::vector<std::string>& arguments,
                           const CLI::ParseError& error) {
  const std::vector<std::string> commands = commands_of(app);
  if (arguments.empty()) return "a command is missing; " + suggestion("", commands);
  if (arguments[0].starts_with("-")) return "no option '" + arguments[0] + "' before a command";
  if (!is_one_of(arguments[0], commands))
    return "no command '" + arguments[0] + "'; " + suggestion(arguments[0], commands);
  const CLI::App& command = *app.get_subcommand(arguments[0]);
  if (const std::string unknown = unknown_option(command, arguments); !unknown.empty()) return unknown;
  const std::string complaint = error.what();
  const CLI::Option* option = option_in(command, complaint);
  if (option != nullptr && is_kind(error, CLI::ExitCodes::ConversionError))
    return wrong_value(*option, complaint);
  if (option != nullptr && is_kind(error, CLI::ExitCodes::ArgumentMismatch))
    return option->get_name() + " needs a value: " + option->get_description();
  if (is_kind(error, CLI::ExitCodes::RequiredError)) return arguments[0] + ": " + complaint;
  if (is_kind(error, CLI::ExitCodes::ExtrasError))
    return arguments[0] + " takes " + first_left_over(complaint, arguments);
  return complaint;
}

}  // namespace cartouche::cli
