#include <iostream>

#include "cartouche/cli/run.h"
#include "failure.h"

int main(int argc, char** argv) {
  cartouche::cli::end_on_uncaught_exceptions();
  return cartouche::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr);
}
