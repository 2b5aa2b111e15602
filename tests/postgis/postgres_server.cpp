#include "postgres_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

namespace cartouche::testing {
namespace {

namespace fs = std::filesystem;
constexpr const char* kUser = "cartouche";
constexpr const char* kDatabase = "essai";

// Starts a program, as `nobody` where this one is root (PostgreSQL refuses root), with what it says in a
// file.
pid_t start_program(const std::vector<std::string>& words, const fs::path& output, bool dies_with_us) {
  const passwd* nobody = getuid() == 0 ? getpwnam("nobody") : nullptr;
  const pid_t process = fork();
  if (process != 0) return process;
  const int file = open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  dup2(file, STDOUT_FILENO);
  dup2(file, STDERR_FILENO);
  if (nobody && (setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0)) _exit(126);
  if (dies_with_us) prctl(PR_SET_PDEATHSIG, SIGQUIT);
  setenv("LC_ALL", "C", 1);
  setenv("PGPASSWORD", PostgresServer::password().c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(arguments[0], arguments.data());
  _exit(127);
}

int run_program(const std::vector<std::string>& words, const fs::path& output) {
  const pid_t process = start_program(words, output, false);
  int status = 0;
  if (process < 0 || waitpid(process, &status, 0) < 0) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// A port that nobody listens on just now.
int free_port() {
  const int handle = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* any = reinterpret_cast<sockaddr*>(&address);
  const bool bound = bind(handle, any, size) == 0 && getsockname(handle, any, &size) == 0;
  close(handle);
  return bound ? ntohs(address.sin_port) : 0;
}

}  // namespace

const std::string& PostgresServer::password() {
  static const std::string word = "tr3s-secret";
  return word;
}

PostgresServer& PostgresServer::get() {
  static PostgresServer server;
  return server;
}

PostgresServer::PostgresServer() {
  if (find_programs() && make_folder() && make_cluster() && start()) {
    const std::string error = run("create extension postgis");
    if (!error.empty()) fail("PostGIS cannot be set up: " + error);
  }
}

PostgresServer::~PostgresServer() {
  if (process_ > 0) {
    kill(process_, SIGQUIT);
    waitpid(process_, nullptr, 0);
  }
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

bool PostgresServer::fail(const std::string& reason) {
  reason_ = reason;
  if (process_ > 0) {
    kill(process_, SIGQUIT);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  return false;
}

bool PostgresServer::find_programs() {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const fs::path extension =
        "/usr/share/postgresql" / entry.path().filename() / "extension" / "postgis.control";
    if (fs::exists(entry.path() / "bin" / "initdb") && fs::exists(extension) && entry.path() > programs_)
      programs_ = entry.path();
  }
  if (programs_.empty()) return fail("PostgreSQL with PostGIS is not installed (postgresql-15-postgis-3)");
  programs_ /= "bin";
  return true;
}

bool PostgresServer::make_folder() {
  std::string name = (fs::temp_directory_path() / "cartouche-postgres-XXXXXX").string();
  if (!mkdtemp(name.data())) return fail("no temporary folder");
  folder_ = name;
  const passwd* nobody = getuid() == 0 ? getpwnam("nobody") : nullptr;
  if (nobody && chown(name.c_str(), nobody->pw_uid, nobody->pw_gid) != 0)
    return fail("the temporary folder cannot be given away");
  return true;
}

bool PostgresServer::make_cluster() {
  const fs::path secret = folder_ / "secret";
  std::ofstream(secret) << password() << '\n';
  const int code = run_program({(programs_ / "initdb").string(), "-D", (folder_ / "data").string(), "-U",
                                kUser, "--pwfile=" + secret.string(), "--auth=scram-sha-256",
                                "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"},
                               folder_ / "initdb.txt");
  return code == 0 || fail("initdb failed: " + text_of(folder_ / "initdb.txt"));
}

bool PostgresServer::start() {
  port_ = free_port();
  process_ =
      start_program({(programs_ / "postgres").string(), "-D", (folder_ / "data").string(), "-h", "127.0.0.1",
                     "-p", std::to_string(port_), "-k", folder_.string(), "-c", "fsync=off", "-c",
                     "full_page_writes=off", "-c", "jit=off", "-c", "max_connections=20"},
                    folder_ / "log.txt", true);
  for (int attempt = 0; attempt < 300; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    if (waitpid(process_, nullptr, WNOHANG) != 0) {
      process_ = 0;
      return fail("PostgreSQL does not start: " + text_of(folder_ / "log.txt"));
    }
    if (!is_ready()) continue;
    const int code = run_program({(programs_ / "createdb").string(), "-h", "127.0.0.1", "-p",
                                  std::to_string(port_), "-U", kUser, kDatabase},
                                 folder_ / "createdb.txt");
    return code == 0 || fail("createdb failed: " + text_of(folder_ / "createdb.txt"));
  }
  return fail("PostgreSQL does not answer");
}

bool PostgresServer::is_ready() const {
  return run_program({(programs_ / "pg_isready").string(), "-h", "127.0.0.1", "-p", std::to_string(port_)},
                     folder_ / "ready.txt") == 0;
}

std::string PostgresServer::connection_with(const std::string& word) const {
  return "PG:host=127.0.0.1 port=" + std::to_string(port_) + " dbname=" + kDatabase + " user=" + kUser +
         " password=" + word;
}

std::string PostgresServer::uri() const {
  return "postgresql://" + std::string(kUser) + ":" + password() + "@127.0.0.1:" + std::to_string(port_) +
         "/" + kDatabase;
}

std::string PostgresServer::run(const std::string& sql) const {
  const fs::path file = folder_ / "commands.sql", said = folder_ / "psql.txt";
  std::ofstream(file) << sql;
  const int code =
      run_program({(programs_ / "psql").string(), "-h", "127.0.0.1", "-p", std::to_string(port_), "-U", kUser,
                   "-d", kDatabase, "-q", "-X", "-v", "ON_ERROR_STOP=1", "-f", file.string()},
                  said);
  return code == 0 ? "" : "psql: " + text_of(said);
}

}  // namespace cartouche::testing
