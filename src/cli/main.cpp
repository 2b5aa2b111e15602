#include <iostream>

#include "cartouche/cli/run.h"

int main(int argc, char** argv) {
  return cartouche::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr);
}
