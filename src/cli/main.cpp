#include <iostream>

#include "cartouche/base/failure.h"
#include "cartouche/cli/run.h"

int main(int argc, char** argv) {
  cartouche::end_on_uncaught_exceptions();
  return cartouche::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr);
}
