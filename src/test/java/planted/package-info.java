/// A house in which every rule is broken once, so that the tests can show that they would see it.
package planted;
