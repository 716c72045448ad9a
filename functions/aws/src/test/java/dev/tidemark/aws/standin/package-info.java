/**
 * What stands in for AWS in these tests: DynamoDB Local and S3Proxy as real servers, a server that
 * answers by script where neither can be made to, and a wire that loses answers.
 */
@NullMarked
package dev.tidemark.aws.standin;

import org.jspecify.annotations.NullMarked;
